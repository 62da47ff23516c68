package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.rules.Words;
import java.util.List;
import java.util.Optional;

/** Standbys repeat the strongest lock and everything that is written anew. */
public final class StandbyConflict implements Rule {
    private static final Card CARD = new Card(
            "standby-conflict",
            "On a target with connected standbys: ACCESS EXCLUSIVE on a table in use (LOW), or a table above small that is written anew (MEDIUM).",
            "A standby repeats the lock. It waits for queries on that table for max_standby_streaming_delay, falling behind meanwhile, and then cancels them. A rewrite sends the whole table again as WAL.",
            "Run it when no long queries run on the standbys; keep rewrites in small steps.",
            List.of(),
            List.of());

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        int standbys = situation.facts().replicas();
        if (standbys == 0) {
            return Optional.empty();
        }
        return situation.effects().stream()
                .filter(effect -> effect.lock() == Lock.ACCESS_EXCLUSIVE)
                .filter(effect -> !situation.unused(ObjectName.parse(effect.table())))
                .findFirst()
                .map(effect -> finding(effect, standbys, situation));
    }

    private static Finding finding(Effect effect, int standbys, Situation situation) {
        ObjectName name = ObjectName.parse(effect.table());
        Optional<TableFacts> table = situation.facts().table(name);
        boolean large = table.map(t -> !Levels.small(t, situation.thresholds())).orElse(true);
        String who = standbys == 1 ? "The standby" : "Each of the " + standbys + " standbys";
        String sent = effect.rewrites()
                ? " and receives all of it again"
                        + table.map(t -> " (" + Words.bytes(t.bytes()) + ")").orElse("")
                : "";
        String reason = who + " repeats the lock on " + situation.describe(name) + sent
                + "; queries there are cancelled when it has waited for them too long.";
        return situation.finding(CARD, effect.rewrites() && large ? Risk.MEDIUM : Risk.LOW, reason);
    }
}
