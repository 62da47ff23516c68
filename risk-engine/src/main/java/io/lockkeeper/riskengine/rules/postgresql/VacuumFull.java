package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A table rewritten to give space back. */
public final class VacuumFull implements Rule {
    private static final Card CARD = new Card(
                    "vacuum-full",
                    "VACUUM FULL and CLUSTER.",
                    "The table and all its indexes are written anew while nobody can read or write.",
                    "Plain VACUUM, or pg_repack / pg_squeeze, which copy beside the live table.",
                    List.of(
                            Example.of("VACUUM FULL orders"),
                            Example.of("VACUUM (FULL, ANALYZE) orders"),
                            Example.of("CLUSTER orders USING orders_pkey")),
                    List.of(
                            Example.of("VACUUM orders"),
                            Example.of("VACUUM (ANALYZE) orders"),
                            Example.of("ANALYZE orders")))
            .peers("squawk: prefer-repack", "pgfence: vacuum-full");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean rewrites = (operation instanceof OtherOperation.Vacuum vacuum && vacuum.full())
                || operation instanceof OtherOperation.Cluster;
        if (!rewrites) {
            return Optional.empty();
        }
        String reason = operation.object() == null
                ? "Rewrites every table of the database, each blocked for reads and writes meanwhile."
                : "Rewriting the table " + situation.blocks() + ".";
        Risk risk = operation.object() == null ? Risk.HIGH : situation.levelAtLeast(Risk.MEDIUM, operation.object());
        return Optional.of(situation.finding(CARD, risk, reason));
    }
}
