package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.NotNullProof;
import io.lockkeeper.riskengine.facts.ColumnFacts;
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

/** Looking for NULLs while nobody can use the table. */
public final class SetNotNullScan implements Rule {
    private static final Card CARD = new Card(
                    "set-not-null-scan",
                    "ALTER COLUMN … SET NOT NULL where no validated CHECK proves that there is no NULL.",
                    "Every row is read while nobody can read or write. Above the small limit it is at least MEDIUM, and HIGH when the table takes writes all the time (thresholds smallRows, smallBytes, busyWritesPerSecond).",
                    "ADD CONSTRAINT … CHECK (column IS NOT NULL) NOT VALID; VALIDATE it in a second transaction; SET NOT NULL (no scan then); DROP the CHECK in a statement of its own.",
                    List.of(
                            Example.of("ALTER TABLE orders ALTER COLUMN note SET NOT NULL"),
                            Example.of(
                                    "ALTER TABLE orders ADD CONSTRAINT n CHECK (note IS NOT NULL) NOT VALID; ALTER TABLE orders ALTER note SET NOT NULL"),
                            Example.of(
                                    "ALTER TABLE orders ALTER COLUMN total SET NOT NULL, DROP CONSTRAINT orders_total_known")),
                    List.of(
                            Example.of("ALTER TABLE orders ALTER COLUMN total SET NOT NULL"),
                            Example.of(
                                    "ALTER TABLE orders ADD CONSTRAINT n CHECK (note IS NOT NULL) NOT VALID; ALTER TABLE orders VALIDATE CONSTRAINT n; ALTER TABLE orders ALTER note SET NOT NULL"),
                            Example.of(
                                    "CREATE TABLE fresh (id bigint); ALTER TABLE fresh ALTER COLUMN id SET NOT NULL")))
            .peers(
                    "squawk: adding-not-nullable-field",
                    "eugene: E2",
                    "strong_migrations: change_column_null",
                    "atlas: PG303, MF104",
                    "bytebase: column.disallow-add-not-null");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.SetNotNull set)
                || situation.createdHere(set.table())
                || NotNullProof.proved(set.table(), set.column(), situation.facts())) {
            return Optional.empty();
        }
        double nulls = situation
                .facts()
                .table(set.table())
                .flatMap(t -> t.column(set.column()))
                .map(ColumnFacts::nullFraction)
                .orElse(-1.0);
        String seen = nulls > 0 ? " The last ANALYZE saw NULLs in the column: unless they are gone, it will fail." : "";
        String reason =
                "Looking for NULLs in every row " + situation.blocks() + situation.traffic(set.table()) + "." + seen;
        return Optional.of(situation.finding(CARD, situation.levelAtLeast(Risk.LOW, set.table()), reason));
    }
}
