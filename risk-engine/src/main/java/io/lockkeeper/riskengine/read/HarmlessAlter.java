package io.lockkeeper.riskengine.read;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Changes of functions, views and sequences that alter no result: the planner's hints, defaults, storage. All words up to the
 * end must be such.
 */
final class HarmlessAlter {
    private static final Set<String> STORAGE = Set.of("fillfactor", "toast_tuple_target", "parallel_workers");

    private final Cursor cursor;

    private HarmlessAlter(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Looks, and takes nothing. */
    static boolean follows(String type, Cursor cursor) {
        HarmlessAlter alter = new HarmlessAlter(cursor.over(cursor.remaining()));
        try {
            return alter.all(type);
        } catch (Unsure e) {
            return false;
        }
    }

    private boolean all(String type) {
        if (cursor.atEnd()) {
            return false;
        }
        while (!cursor.atEnd()) {
            if (!one(type)) {
                return false;
            }
        }
        return true;
    }

    private boolean one(String type) {
        return switch (type) {
            case "function", "aggregate" -> function();
            case "sequence" -> sequence();
            case "view" -> view();
            case "materialized-view" -> materializedView();
            case "statistics" ->
                cursor.accept("SET", "STATISTICS") && !cursor.rest().isEmpty();
            case "collation" -> cursor.accept("REFRESH", "VERSION");
            case "domain" ->
                cursor.accept("RENAME", "CONSTRAINT") && !cursor.rest().isEmpty();
            default -> false;
        };
    }

    private boolean function() {
        boolean hint = cursor.acceptAny("COST", "ROWS", "PARALLEL");
        if (hint) {
            cursor.next();
        }
        return hint;
    }

    private boolean sequence() {
        if (cursor.accept("OWNED", "BY")) {
            return !cursor.rest().isEmpty();
        }
        if (cursor.accept("CACHE")) {
            cursor.next();
            return true;
        }
        return cursor.accept("NO", "MAXVALUE") || cursor.accept("NO", "CYCLE") || cursor.accept("AS", "BIGINT");
    }

    private boolean view() {
        if (cursor.accept("ALTER")) {
            cursor.accept("COLUMN");
            cursor.identifier();
            return (cursor.accept("SET", "DEFAULT") || cursor.accept("DROP", "DEFAULT")) && taken();
        }
        return cursor.acceptAny("SET", "RESET") && options(name -> name.equals("security_barrier"));
    }

    private boolean materializedView() {
        if (cursor.accept("ALTER")) {
            cursor.accept("COLUMN");
            cursor.identifier();
            return cursor.accept("SET", "STATISTICS") && taken();
        }
        return cursor.acceptAny("SET", "RESET")
                && options(name -> name.startsWith("autovacuum_") || STORAGE.contains(name));
    }

    private boolean options(Predicate<String> known) {
        boolean all = cursor.seesSymbol('(');
        if (all) {
            for (Cursor option : cursor.group().parts()) {
                all &= known.test(option.name().toString().toLowerCase(Locale.ROOT));
            }
        }
        return all;
    }

    private boolean taken() {
        cursor.rest();
        return true;
    }
}
