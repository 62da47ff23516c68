package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** Whether an UPDATE, DELETE or SELECT can only touch a handful of rows, however large the table. */
public final class FewRows {
    private static final long HANDFUL = 10_000;

    private FewRows() {}

    public static boolean only(Operation operation, TargetFacts facts) {
        return switch (operation) {
            case DataOperation.Update update ->
                limited(update.atMost()) || byKey(update.object(), update.pinned(), facts);
            case DataOperation.Delete delete ->
                limited(delete.atMost()) || byKey(delete.object(), delete.pinned(), facts);
            case DataOperation.Select select ->
                select.sources().size() == 1
                        && (limited(select.atMost()) || byKey(select.sources().getFirst(), select.pinned(), facts));
            default -> false;
        };
    }

    private static boolean limited(long atMost) {
        return atMost >= 0 && atMost <= HANDFUL;
    }

    /** A unique key is pinned. Of a table whose columns are not known, {@code id} is taken for one. */
    private static boolean byKey(ObjectName name, List<String> pinned, TargetFacts facts) {
        if (facts.dialect() == Dialect.POSTGRESQL && pinned.contains("ctid")) {
            return true;
        }
        Optional<TableFacts> table = facts.table(name);
        if (table.isEmpty() || !table.get().columnsKnown()) {
            return pinned.contains("id");
        }
        return table.get().indexes().stream()
                .filter(index -> index.unique() && index.valid() && !index.computed())
                .map(IndexFacts::columns)
                .anyMatch(columns -> !columns.isEmpty() && pinned.containsAll(columns));
    }
}
