package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an UPDATE, DELETE or SELECT can only touch a handful of rows, however large the table. */
public final class FewRows {
    private static final long HANDFUL = 10_000;
    private static final Pattern EXPRESSION = Pattern.compile(".*\\((\\w+)\\(\\(?(\\w+)\\)?\\)\\)");

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

    /** An UPDATE or DELETE that touches every row, since it has no WHERE, or one that makes no choice in this table. */
    public static boolean every(Operation operation, TargetFacts facts) {
        return switch (operation) {
            case DataOperation.Update update when update.atMost() == 0 -> false;
            case DataOperation.Delete delete when delete.atMost() == 0 -> false;
            case DataOperation.Update update -> !update.filtered() || every(update.object(), update.choice(), facts);
            case DataOperation.Delete delete -> !delete.filtered() || every(delete.object(), delete.choice(), facts);
            default -> false;
        };
    }

    private static boolean every(ObjectName table, DataOperation.Choice choice, TargetFacts facts) {
        List<String> columns = choice.everyIf();
        return columns != null
                && columns.stream().allMatch(name -> facts.table(table)
                        .flatMap(known -> known.column(name))
                        .map(ColumnFacts::notNull)
                        .orElse(false));
    }

    private static boolean limited(long atMost) {
        return atMost >= 0 && atMost <= HANDFUL;
    }

    /** A unique key is pinned. Of a table whose columns are not known, {@code id} is taken for one. */
    public static boolean byKey(ObjectName name, List<String> pinned, TargetFacts facts) {
        if (facts.dialect() == Dialect.POSTGRESQL && pinned.contains("ctid")) {
            return true;
        }
        Optional<TableFacts> table = facts.table(name);
        if (table.isEmpty() || !table.get().columnsKnown()) {
            return pinned.contains("id");
        }
        return table.get().indexes().stream()
                .filter(index -> index.unique() && index.valid())
                .map(index -> index.computed() ? expression(index) : index.columns())
                .anyMatch(columns -> !columns.isEmpty() && pinned.containsAll(columns));
    }

    /** {@code lower(column)} as the only key of an index without a predicate; nothing for any other. */
    private static List<String> expression(IndexFacts index) {
        Matcher key = EXPRESSION.matcher(index.definition()
                .toLowerCase(Locale.ROOT)
                .replaceAll("::(text|varchar|character varying)|[\"\\s]", ""));
        return key.matches() ? List.of(key.group(1) + "(" + key.group(2) + ")") : List.of();
    }
}
