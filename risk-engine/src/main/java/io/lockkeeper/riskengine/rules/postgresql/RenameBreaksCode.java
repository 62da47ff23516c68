package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ObjectName;
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

/** A name that running code still uses. */
public final class RenameBreaksCode implements Rule {
    private static final Card CARD = new Card(
                    "rename-breaks-code",
                    "RENAME of a table or a column, or SET SCHEMA.",
                    "Instant in the database; every running program that uses the old name fails from that moment on.",
                    "Add the new name beside the old one (a view, a second column kept up to date), move the code over, remove the old one later.",
                    List.of(
                            Example.of("ALTER TABLE orders RENAME TO purchases"),
                            Example.of("ALTER TABLE orders RENAME COLUMN note TO remark"),
                            Example.of("ALTER TABLE orders SET SCHEMA archive")),
                    List.of(
                            Example.of("ALTER INDEX orders_note_idx RENAME TO orders_remark_idx"),
                            Example.of("CREATE TABLE fresh (id bigint); ALTER TABLE fresh RENAME TO newer")))
            .peers(
                    "squawk: renaming-table, renaming-column",
                    "strong_migrations: rename_table, rename_column",
                    "atlas: BC101, BC102");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.RenameTable
                || operation instanceof TableOperation.RenameColumn
                || operation instanceof TableOperation.SetSchema)) {
            return Optional.empty();
        }
        ObjectName table = ((TableOperation) operation).table();
        if (situation.createdHere(table)
                || situation.facts().tableOfIndex(table).isPresent()
                || situation.facts().absent(table)
                || situation.facts().untold(table)) {
            return Optional.empty();
        }
        String reason = "Running code that uses the old name of " + situation.describe(table)
                + (operation.column() == null ? "" : " (column " + operation.column() + ")")
                + " fails from this moment on.";
        return Optional.of(situation.finding(CARD, situation.unused(table) ? Risk.MEDIUM : Risk.HIGH, reason));
    }
}
