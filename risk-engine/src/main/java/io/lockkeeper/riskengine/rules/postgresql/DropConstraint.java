package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A promise about the data given up. */
public final class DropConstraint implements Rule {
    private static final Card CARD = new Card(
                    "drop-constraint",
                    "DROP CONSTRAINT of a CHECK, a UNIQUE constraint or a primary key.",
                    "Instant; rows that break it may come in from that moment on, so that it may be impossible to add again. UNIQUE takes its index along.",
                    "Make sure that no query needs the index and that the code no longer relies on the constraint.",
                    List.of(Example.of("ALTER TABLE orders DROP CONSTRAINT orders_total_known")),
                    List.of(Example.of("ALTER TABLE orders DROP CONSTRAINT orders_customer_fk")))
            .peers("pgfence: drop-constraint");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.DropConstraint drop) || situation.createdHere(drop.table())) {
            return Optional.empty();
        }
        return situation
                .facts()
                .table(drop.table())
                .flatMap(table -> table.constraint(drop.constraint()))
                .map(ConstraintFacts::kind)
                .filter(kind -> kind == ConstraintKind.CHECK || key(kind))
                .map(kind -> situation.finding(
                        CARD,
                        key(kind) && !situation.unused(drop.table()) ? Risk.MEDIUM : Risk.LOW,
                        "Rows that break " + drop.constraint() + " may enter " + situation.describe(drop.table())
                                + " from this moment on."));
    }

    private static boolean key(ConstraintKind kind) {
        return kind == ConstraintKind.UNIQUE || kind == ConstraintKind.PRIMARY_KEY;
    }
}
