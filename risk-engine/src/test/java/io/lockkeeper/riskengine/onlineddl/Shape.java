package io.lockkeeper.riskengine.onlineddl;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One statement on one kind of table.
 *
 * @param id the row of the fact table that it measures
 * @param statement settings, if any, and the statement, each ended by "; "; {@code {index}}, {@code {comma}} and
 *     {@code {space}} mark where ALGORITHM and LOCK go when that is not at the end
 */
record Shape(String id, String kind, String statement) {

    private static final String NOT_MEASURED = "-";
    private static final Pattern ALTER_TABLE = Pattern.compile("ALTER (\\w+ )?TABLE ");

    /** All shapes that {@code server} is asked for, in the file's order. */
    static List<Shape> all(ServerVersion server) {
        int column = server.isMariadb() ? 1 : 0;
        return Resources.text("shapes.tsv")
                .lines()
                .skip(1)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .filter(cells -> !cells[column].equals(NOT_MEASURED))
                .map(cells -> new Shape(cells[column], cells[2], cells[3]))
                .toList();
    }

    /** What to run before the statement. */
    List<String> settings() {
        String[] parts = statement.split("; ", -1);
        return List.of(parts).subList(0, parts.length - 1);
    }

    /** The statement as the server chooses to run it. */
    String byDefault() {
        return placed("", "", "");
    }

    /** The statement with clauses such as {@code ALGORITHM=COPY} and {@code LOCK=SHARED}. */
    String with(String... clauses) {
        String listed = String.join(", ", clauses);
        String sql = placed(" " + String.join(" ", clauses), listed + ", ", listed + " ");
        return sql.equals(byDefault()) ? sql + ", " + listed : sql;
    }

    /** Whether the statement is one that can name an algorithm in some version, and does not name one itself. */
    boolean takesClauses() {
        String sql = bare();
        boolean chosen = sql.contains("ALGORITHM=") || sql.contains("LOCK=");
        return sql.contains("{index}") || (ALTER_TABLE.matcher(sql).lookingAt() && !chosen);
    }

    private String placed(String index, String comma, String space) {
        return Macros.expand(
                bare().replace(" {index}", index).replace("{comma}", comma).replace("{space}", space));
    }

    private String bare() {
        return Arrays.asList(statement.split("; ", -1)).getLast();
    }
}
