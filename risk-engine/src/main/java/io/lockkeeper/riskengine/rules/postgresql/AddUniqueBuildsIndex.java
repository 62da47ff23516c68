package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A UNIQUE or PRIMARY KEY constraint that builds its index under the strongest lock. */
public final class AddUniqueBuildsIndex implements Rule {
    private static final Card CARD = new Card(
                    "add-unique-builds-index",
                    "ADD UNIQUE or ADD PRIMARY KEY without USING INDEX; USING INDEX on columns that may be NULL.",
                    "The index is built, or the columns are searched for NULLs, while nobody can read or write.",
                    "CREATE UNIQUE INDEX CONCURRENTLY first (and make the columns NOT NULL by the way of set-not-null-scan), then ADD CONSTRAINT … USING INDEX.",
                    List.of(
                            Example.of("ALTER TABLE orders ADD CONSTRAINT code_unique UNIQUE (code)"),
                            Example.of("ALTER TABLE items ADD PRIMARY KEY (id)"),
                            Example.of(
                                    "ALTER TABLE items ADD CONSTRAINT items_pk PRIMARY KEY USING INDEX items_label_key")),
                    List.of(
                            Example.of("ALTER TABLE orders ADD CONSTRAINT id_unique UNIQUE USING INDEX orders_id_key"),
                            Example.of("CREATE TABLE fresh (id int); ALTER TABLE fresh ADD PRIMARY KEY (id)")))
            .peers(
                    "squawk: disallowed-unique-constraint, adding-serial-primary-key-field",
                    "eugene: E7",
                    "strong_migrations: add_unique_constraint",
                    "pgfence",
                    "atlas: PG104, PG105, MF101");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AddConstraint add) || situation.createdHere(add.table())) {
            return Optional.empty();
        }
        ConstraintKind kind = add.definition().kind();
        boolean key = kind == ConstraintKind.UNIQUE || kind == ConstraintKind.PRIMARY_KEY;
        if (!key || situation.effects().stream().noneMatch(Effect::scans)) {
            return Optional.empty();
        }
        String what = add.definition().usingIndex() == null ? "Building the index " : "Looking for NULLs in the key ";
        String reason = what + situation.blocks() + situation.traffic(add.table()) + ".";
        return Optional.of(situation.finding(CARD, situation.levelAtLeast(Risk.MEDIUM, add.table()), reason));
    }
}
