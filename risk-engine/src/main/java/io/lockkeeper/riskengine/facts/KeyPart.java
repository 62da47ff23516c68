package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One part of the key of an index of MySQL or MariaDB: a column, its beginning, or an expression.
 *
 * @param column null for an expression
 * @param prefix characters of the column; 0 for all of it
 */
record KeyPart(
        String index,
        boolean unique,
        String method,
        @Nullable String column,
        int prefix,
        boolean descending,
        String expression,
        boolean visible) {
    private static final Pattern QUOTED = Pattern.compile("`((?:[^`]|``)+)`");
    private static final String PRIMARY = "PRIMARY";

    /** From schema, table, order, index, non-unique, method, column, prefix, direction, expression, visible. */
    static KeyPart of(ResultSet row) throws SQLException {
        String name = row.getString(4);
        String column = row.getString(7);
        return new KeyPart(
                name.equalsIgnoreCase(PRIMARY) ? PRIMARY : name.toLowerCase(Locale.ROOT),
                row.getInt(5) == 0,
                row.getString(6).toLowerCase(Locale.ROOT),
                column == null ? null : column.toLowerCase(Locale.ROOT),
                row.getInt(8),
                "D".equals(row.getString(9)),
                Optional.ofNullable(row.getString(10)).orElse(""),
                row.getBoolean(11));
    }

    static IndexFacts index(ObjectName table, List<KeyPart> parts, List<ColumnFacts> known) {
        KeyPart first = parts.getFirst();
        Set<String> columns = new LinkedHashSet<>();
        for (KeyPart part : parts) {
            columns.addAll(part.column == null ? quoted(part.expression, known) : List.of(part.column));
        }
        boolean primary = first.index.equals(PRIMARY);
        return new IndexFacts(
                new ObjectName(table.schema(), first.index),
                0,
                first.unique,
                primary,
                true,
                List.copyOf(columns),
                parts.stream().anyMatch(part -> part.column == null),
                primary,
                first.method,
                first.definition(parts));
    }

    private String definition(List<KeyPart> parts) {
        String key = parts.stream().map(KeyPart::text).collect(Collectors.joining(", "));
        return "%s%s %s (%s)%s".formatted(unique ? "unique " : "", method, index, key, visible ? "" : " invisible");
    }

    private String text() {
        String what = column == null ? "(" + expression + ")" : prefix == 0 ? column : column + "(" + prefix + ")";
        return descending ? what + " desc" : what;
    }

    /** The table's columns that stand in an expression, as the server prints it. */
    static List<String> quoted(String expression, List<ColumnFacts> columns) {
        Set<String> used = new LinkedHashSet<>();
        Matcher matcher = QUOTED.matcher(expression);
        while (matcher.find()) {
            String column = matcher.group(1).replace("``", "`").toLowerCase(Locale.ROOT);
            if (columns.stream().anyMatch(c -> c.name().equals(column))) {
                used.add(column);
            }
        }
        return List.copyOf(used);
    }
}
