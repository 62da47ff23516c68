package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
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
import java.util.stream.Stream;

/** A foreign key that makes the parent slow. */
public final class FkWithoutIndex implements Rule {
    private static final Card CARD = new Card(
                    "fk-without-index",
                    "A new foreign key whose columns no index of the table has.",
                    "Every DELETE of a referenced row, and every UPDATE of its key, reads the whole referencing table.",
                    "CREATE INDEX CONCURRENTLY on the columns first.",
                    List.of(
                            Example.of(
                                    "ALTER TABLE orders ADD FOREIGN KEY (total) REFERENCES customers (id) NOT VALID"),
                            Example.of("ALTER TABLE orders ADD COLUMN buyer bigint REFERENCES customers")),
                    List.of(
                            Example.of("ALTER TABLE orders ADD FOREIGN KEY (id) REFERENCES customers (id) NOT VALID"),
                            Example.of("CREATE TABLE fresh (id bigint REFERENCES customers)")))
            .peers("eugene: E15", "pgfence: fk-missing-index");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        Stream<ConstraintDefinition> added =
                switch (operation) {
                    case TableOperation.AddConstraint add -> Stream.of(add.definition());
                    case TableOperation.AddColumn add -> add.definition().constraints().stream();
                    default -> Stream.empty();
                };
        Optional<TableFacts> table = operation instanceof TableOperation on
                ? situation.facts().table(on.table()).filter(t -> t.columnsKnown() && !t.createdHere())
                : Optional.empty();
        return table.flatMap(t -> added.filter(c -> c.kind() == ConstraintKind.FOREIGN_KEY)
                .filter(c -> t.indexes().stream().noneMatch(index -> covers(index, c)))
                .findFirst()
                .map(c -> situation.finding(
                        CARD,
                        Risk.LOW,
                        "No index of " + situation.describe(t.name()) + " has " + String.join(", ", c.columns())
                                + ": each deleted or re-keyed row of " + c.references()
                                + " makes the server read all of"
                                + " it.")));
    }

    /** Whether the columns come first in it is not told, so having them is enough to be silent. */
    private static boolean covers(IndexFacts index, ConstraintDefinition key) {
        return index.valid() && !index.computed() && index.columns().containsAll(key.columns());
    }
}
