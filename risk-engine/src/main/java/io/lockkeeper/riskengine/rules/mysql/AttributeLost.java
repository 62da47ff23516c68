package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.mysql.DroppedAttributes;
import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.MysqlOperation;
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
import org.jspecify.annotations.Nullable;

/** A column keeps its name and its rows, and behaves in another way from then on. */
public final class AttributeLost implements Rule {
    private static final Card CARD = new Card(
            "mysql-attribute-lost",
            "MODIFY or CHANGE that leaves out what the column has: DEFAULT, ON UPDATE, AUTO_INCREMENT, NOT NULL, its collation, CHECK, the generating expression; a column that becomes INVISIBLE or visible; DROP DEFAULT; a default that the column's own CHECK refuses.",
            "It takes a moment and nothing warns: INSERTs that leave the column out fail or store NULL, changes are no longer dated, SELECT * and INSERTs without a list of columns see other columns.",
            "Begin with the definition that SHOW CREATE TABLE prints, and change only what is meant; write NULL where NULL is meant.",
            List.of(
                    Example.of("ALTER TABLE orders MODIFY total int"),
                    Example.of("ALTER TABLE orders CHANGE total amount int"),
                    Example.of("ALTER TABLE orders ALTER COLUMN note DROP DEFAULT"),
                    Example.of("ALTER TABLE orders MODIFY code varchar(20) INVISIBLE"),
                    Example.of(
                            "ALTER TABLE orders ADD COLUMN channel varchar(9) NOT NULL DEFAULT 'web'; ALTER TABLE orders MODIFY channel varchar(9) NOT NULL"),
                    Example.of(
                            "ALTER TABLE orders ADD COLUMN at timestamp NULL ON UPDATE CURRENT_TIMESTAMP; ALTER TABLE orders MODIFY at timestamp NULL")),
            List.of(
                    Example.of("ALTER TABLE orders MODIFY total int NULL"),
                    Example.of("ALTER TABLE orders MODIFY total int NOT NULL DEFAULT 0"),
                    Example.of("ALTER TABLE orders MODIFY code varchar(20) COMMENT 'as printed'"),
                    Example.of("ALTER TABLE orders ALTER COLUMN total SET DEFAULT 0"),
                    Example.of("ALTER TABLE orders ALTER COLUMN total DROP DEFAULT"),
                    Example.of("CREATE TABLE fresh (a int NOT NULL DEFAULT 1); ALTER TABLE fresh MODIFY a int")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        return switch (operation) {
            case MysqlOperation.ChangeColumn change -> found(change.table(), reason(change, situation), situation);
            case MysqlOperation.ShowColumn show ->
                found(show.table(), show.visible() ? null : hidden(show.column()), situation);
            case TableOperation.DropDefault drop ->
                found(drop.table(), dropped(column(drop.table(), drop.column(), situation), drop.column()), situation);
            case TableOperation.SetDefault set -> found(set.table(), refused(set, situation), situation);
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> found(ObjectName table, @Nullable String reason, Situation situation) {
        return reason == null || situation.toldEmpty(table)
                ? Optional.empty()
                : Optional.of(situation.finding(CARD, Risk.MEDIUM, reason + " (" + situation.describe(table) + ")."));
    }

    private static Optional<ColumnFacts> column(ObjectName table, String name, Situation situation) {
        return situation.facts().table(table).flatMap(t -> t.column(name));
    }

    private static @Nullable String reason(MysqlOperation.ChangeColumn change, Situation situation) {
        List<String> lost = DroppedAttributes.of(change, situation.facts());
        return lost.isEmpty()
                ? null
                : "The new definition changes more of " + change.column() + " than it says: " + String.join("; ", lost);
    }

    private static String hidden(String column) {
        return "SELECT * and INSERTs without a list of columns no longer know " + column;
    }

    /** Even one of NULL that nobody wrote: a column without any default must be given (measured). */
    private static @Nullable String dropped(Optional<ColumnFacts> column, String name) {
        boolean none = column.isPresent()
                && (!column.get().generated().isEmpty()
                        || (column.get().notNull() && column.get().defaultExpression() == null));
        return none ? null : "INSERTs that leave " + name + " out fail in strict mode from now on";
    }

    private static @Nullable String refused(TableOperation.SetDefault set, Situation situation) {
        return situation.facts().table(set.table()).map(TableFacts::constraints).orElse(List.of()).stream()
                .filter(c -> c.kind() == ConstraintKind.CHECK && c.validated())
                .map(ConstraintFacts::definition)
                .filter(check -> SimpleCheck.refuses(check, set.column(), set.expression()))
                .findFirst()
                .map(check -> "INSERTs that leave " + set.column()
                        + " out fail from now on, since the new default breaks " + check)
                .orElse(null);
    }
}
