package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.PostgresStorage;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** The one vacuum that gives way to nobody. */
public final class WraparoundVacuumAhead implements Rule {
    private static final Card CARD = new Card(
                    "wraparound-vacuum-ahead",
                    "A schema change of a table whose oldest transaction is older than autovacuum_freeze_max_age, so that the server vacuums it against wraparound, now or next. Known of live targets.",
                    "Every other autovacuum ends itself when somebody wants the table; this one goes on for as long as it takes, the statement waits for it, and everybody who comes later waits behind.",
                    "Wait until it is done (pg_stat_progress_vacuum), or run VACUUM (FREEZE) at a quiet hour first; keep the lock timeout short.",
                    List.of(),
                    List.of())
            .peers("GitLab: can_execute_on? (wraparound)");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        return situation.effects().stream()
                .filter(effect -> effect.blocks() != Blocks.NOTHING)
                .map(Effect::table)
                .map(ObjectName::parse)
                .filter(table -> situation
                        .storage(table)
                        .filter(PostgresStorage::freezing)
                        .isPresent())
                .findFirst()
                .map(table -> situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "A vacuum against wraparound of " + situation.describe(table)
                                + " is due or under way; this waits for it, and everybody else behind."));
    }
}
