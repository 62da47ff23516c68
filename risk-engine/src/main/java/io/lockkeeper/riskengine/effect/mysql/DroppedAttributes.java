package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangeColumn;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a column has and a new definition of it does not say: MODIFY and CHANGE give the whole definition. */
public final class DroppedAttributes {
    private DroppedAttributes() {}

    /** One clause each; none when the old column is not known. */
    public static List<String> of(ChangeColumn change, TargetFacts facts) {
        Altered table = new Altered(facts, change.table(), List.of());
        Optional<ColumnFacts> old = table.column(change.column());
        Optional<ColumnChange> known = ColumnChange.of(change, table);
        if (old.isEmpty() || known.isEmpty()) {
            return List.of();
        }
        List<String> lost = new ArrayList<>(values(old.get(), change, table));
        ColumnDefinition next = change.definition();
        if (old.get().updates()
                && next.attributes().stream().noneMatch(a -> a.startsWith(ColumnDefinition.ON_UPDATE))) {
            lost.add("without ON UPDATE, changes of a row are no longer dated");
        }
        boolean recoded = known.get().recollated() || known.get().recharset();
        if (recoded && next.collation().isEmpty()) {
            lost.add("its collation " + old.get().collation() + " becomes the one of the table");
        }
        boolean invisible = next.attributes().contains(ColumnDefinition.INVISIBLE);
        if (invisible != old.get().invisible()) {
            lost.add("SELECT * and INSERTs without a list of columns "
                    + (invisible ? "no longer know it" : "see it from now on"));
        }
        if (facts.dialect() == Dialect.MARIADB && MariadbColumnDdl.unchecks(change, table)) {
            lost.add("its CHECK is gone");
        }
        return lost;
    }

    /** What decides which value a row gets. */
    private static List<String> values(ColumnFacts old, ChangeColumn change, Altered table) {
        ColumnDefinition next = change.definition();
        List<String> lost = new ArrayList<>();
        boolean computes = !next.generated().isEmpty();
        if (!old.generated().isEmpty() && !computes) {
            lost.add(
                    old.generated().equals("identity")
                            ? "without AUTO_INCREMENT, INSERTs that leave it out fail"
                            : "its value is no longer computed");
        }
        boolean defaulted = old.generated().isEmpty() && old.defaultExpression() != null;
        if (defaulted && next.defaultExpression() == null && !computes) {
            lost.add(
                    next.notNull()
                            ? "without its default, INSERTs that leave it out fail in strict mode"
                            : "without its default, INSERTs that leave it out store NULL");
        }
        boolean meant = next.attributes().contains(ColumnDefinition.NULLABLE);
        if (old.notNull() && !next.notNull() && !meant && !computes && !table.inPrimaryKey(change.column())) {
            lost.add("without NOT NULL, NULL can be stored");
        }
        return lost;
    }
}
