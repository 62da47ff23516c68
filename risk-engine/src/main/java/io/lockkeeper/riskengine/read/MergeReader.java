package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.util.TablesNamesFinder;

/**
 * Reads MERGE as the UPDATE, DELETE and INSERT that its branches are, each with the source as what it reads. How many rows a
 * branch touches is left open: those of the source that match. What it calls is checked in the grammar's tree.
 */
final class MergeReader {
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null", "and", "or", "not");

    private final String sql;
    private final Cursor cursor;
    private final DataParser parser;

    MergeReader(String sql, Cursor cursor, DataParser parser) {
        this.sql = sql;
        this.cursor = cursor;
        this.parser = parser;
    }

    /** After {@code MERGE}. */
    List<Operation> read() {
        cursor.expect("INTO");
        ObjectName target = cursor.relation();
        while (!cursor.sees("USING")) {
            cursor.skipOne();
        }
        cursor.expect("USING");
        Set<ObjectName> sources = new TreeSet<>();
        boolean rows = source(sources);
        sources.remove(target);
        while (!cursor.sees("ON")) {
            cursor.skipOne();
        }
        cursor.expect("ON");
        boolean joined = condition();
        return branches(target, joined, rows, List.copyOf(sources));
    }

    /** Fills in the tables it reads; true when the rows are in the text. */
    private boolean source(Set<ObjectName> sources) {
        if (!cursor.seesSymbol('(')) {
            sources.add(cursor.relation());
            return false;
        }
        Cursor inside = cursor.group();
        List<Token> tokens = inside.remaining();
        if (inside.sees("VALUES")) {
            return true;
        }
        String query = sql.substring(tokens.getFirst().start(), tokens.getLast().end());
        Statement parsed = parser.parse(query).orElseThrow(() -> new Unsure("the parser does not know this form"));
        for (String name : new TablesNamesFinder<Void>().getTables(parsed)) {
            sources.add(DataReader.parsed(name));
        }
        return sources.isEmpty();
    }

    /** Looks at a column. */
    private boolean condition() {
        boolean looks = false;
        while (!cursor.atEnd() && !cursor.sees("WHEN")) {
            List<String> words =
                    Identifiers.all(cursor.seesSymbol('(') ? cursor.group().remaining() : List.of(cursor.next()));
            looks |= words.stream().anyMatch(word -> !CONSTANTS.contains(word));
        }
        return looks;
    }

    private List<Operation> branches(ObjectName target, boolean joined, boolean rows, List<ObjectName> sources) {
        List<Operation> operations = new ArrayList<>();
        while (cursor.accept("WHEN")) {
            // Whatever the source does not have is everything else.
            boolean filtered = joined && !cursor.sees("NOT", "MATCHED", "BY", "SOURCE");
            while (!cursor.sees("THEN")) {
                skip();
            }
            cursor.expect("THEN");
            switch (cursor.next().text().toUpperCase(Locale.ROOT)) {
                case "UPDATE" -> operations.add(new DataOperation.Update(target, filtered, sources));
                case "DELETE" -> operations.add(new DataOperation.Delete(target, filtered, sources));
                case "INSERT" -> operations.add(new DataOperation.Insert(target, !rows, rows ? 1 : 0, sources));
                case "DO" -> {}
                default -> throw new Unsure("an unknown branch of MERGE");
            }
            while (!cursor.atEnd() && !cursor.sees("WHEN") && !cursor.sees("RETURNING")) {
                skip();
            }
        }
        cursor.rest();
        return operations.isEmpty() ? List.of(new DataOperation.Select(sources, false)) : operations;
    }

    /** One token, group or CASE, whose WHEN begins no branch. */
    private void skip() {
        if (!cursor.accept("CASE")) {
            cursor.skipOne();
            return;
        }
        while (!cursor.accept("END")) {
            skip();
        }
    }
}
