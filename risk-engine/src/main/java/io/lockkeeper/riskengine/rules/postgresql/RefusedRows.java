package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.AddedColumn;
import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the server refuses to change rows of a table that is there. */
final class RefusedRows {
    private RefusedRows() {}

    /** Null where nothing speaks against it. */
    static @Nullable String at(DataOperation operation, TargetFacts facts) {
        ObjectName object = operation.object();
        boolean changes = !(operation instanceof DataOperation.Select);
        if (object == null || !changes) {
            return null;
        }
        Optional<TableFacts> table = facts.table(object);
        boolean filled = "materialized-view".equals(facts.other().get(facts.qualified(object)))
                || table.filter(t -> t.kind() == TableFacts.Kind.MATERIALIZED_VIEW)
                        .isPresent();
        if (filled) {
            return "the rows of the materialized view " + object + " come from its query alone";
        }
        return table.filter(TableFacts::columnsKnown)
                .map(t -> switch (operation) {
                    case DataOperation.Insert insert -> insert(insert, t);
                    case DataOperation.Update update -> unknown(update.columns(), t);
                    default -> null;
                })
                .orElse(null);
    }

    private static @Nullable String unknown(List<String> columns, TableFacts table) {
        return columns.stream()
                .filter(column -> table.column(column).isEmpty())
                .findFirst()
                .map(column -> table.name() + " has no column " + column)
                .orElse(null);
    }

    /** A trigger or a domain's default may fill in what is left out. */
    private static @Nullable String insert(DataOperation.Insert insert, TableFacts table) {
        String unknown = unknown(insert.columns(), table);
        boolean plain =
                table.storage().filter(kept -> kept.triggers().isEmpty()).isPresent();
        if (unknown != null || insert.columns().isEmpty() || insert.fromQuery() || !plain) {
            return unknown;
        }
        return table.columns().stream()
                .filter(column -> required(column) && !insert.columns().contains(column.name()))
                .findFirst()
                .map(column -> "the column " + column.name() + " of " + table.name()
                        + " is NOT NULL, and neither the statement nor a default has a value for it")
                .orElse(null);
    }

    private static boolean required(ColumnFacts column) {
        return column.notNull()
                && column.defaultExpression() == null
                && column.generated().isEmpty()
                && AddedColumn.builtIn(column.type());
    }
}
