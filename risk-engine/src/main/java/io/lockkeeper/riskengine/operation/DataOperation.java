package io.lockkeeper.riskengine.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading and changing rows. */
public sealed interface DataOperation extends Operation {

    /**
     * New rows.
     *
     * @param fromQuery rows come from a query
     * @param rows as the text says; 0 when it does not, as for most queries
     * @param columns that it names; empty when it names none, or they are not known
     */
    record Insert(ObjectName object, boolean fromQuery, int rows, List<ObjectName> sources, List<String> columns)
            implements DataOperation {
        public Insert {
            sources = List.copyOf(sources);
            columns = List.copyOf(columns);
        }

        /** Into columns that are not known. */
        public Insert(ObjectName object, boolean fromQuery, int rows, List<ObjectName> sources) {
            this(object, fromQuery, rows, sources, List.of());
        }

        @Override
        public String kind() {
            return "insert";
        }
    }

    /**
     * What a statement says about which rows, beyond how many.
     *
     * @param everyIf columns which, when they are NOT NULL, make its WHERE hold for every row: none for {@code id = id}, the
     *     column for {@code id IS NOT NULL}; null when the WHERE makes a choice, or that is not known
     * @param orderedBy columns of its ORDER BY
     */
    record Choice(@Nullable List<String> everyIf, List<String> orderedBy) {
        /** Nothing is known of it. */
        public static final Choice UNKNOWN = new Choice(null, List.of());

        public Choice {
            everyIf = everyIf == null ? null : List.copyOf(everyIf);
            orderedBy = List.copyOf(orderedBy);
        }
    }

    /**
     * Changed rows.
     *
     * @param filtered has a WHERE that looks at a column
     * @param pinned columns that must equal one of a few constants
     * @param atMost so many rows by LIMIT; -1 when nothing says so
     * @param columns that it sets; empty when they are not known
     */
    record Update(
            ObjectName object,
            boolean filtered,
            List<String> pinned,
            long atMost,
            List<ObjectName> sources,
            List<String> columns,
            Choice choice)
            implements DataOperation {
        public Update {
            pinned = List.copyOf(pinned);
            sources = List.copyOf(sources);
            columns = List.copyOf(columns);
        }

        /** Of columns and rows that are not known. */
        public Update(ObjectName object, boolean filtered, List<String> pinned, long atMost, List<ObjectName> sources) {
            this(object, filtered, pinned, atMost, sources, List.of(), Choice.UNKNOWN);
        }

        /** Nothing bounds the number of rows. */
        public Update(ObjectName object, boolean filtered, List<ObjectName> sources) {
            this(object, filtered, List.of(), -1, sources);
        }

        @Override
        public String kind() {
            return "update";
        }
    }

    record Delete(
            ObjectName object,
            boolean filtered,
            List<String> pinned,
            long atMost,
            List<ObjectName> sources,
            Choice choice)
            implements DataOperation {
        public Delete {
            pinned = List.copyOf(pinned);
            sources = List.copyOf(sources);
        }

        /** Nothing bounds the number of rows. */
        public Delete(ObjectName object, boolean filtered, List<ObjectName> sources) {
            this(object, filtered, List.of(), -1, sources, Choice.UNKNOWN);
        }

        @Override
        public String kind() {
            return "delete";
        }
    }

    record Truncate(ObjectName object, boolean cascade) implements DataOperation {
        @Override
        public String kind() {
            return "truncate";
        }
    }

    /**
     * A query.
     *
     * @param locking FOR UPDATE and its kind
     * @param pinned columns of its only source that must equal one of a few constants
     * @param atMost so many rows by LIMIT, if it need not look at more; -1 when nothing says so
     */
    record Select(List<ObjectName> sources, boolean locking, List<String> pinned, long atMost)
            implements DataOperation {
        public Select {
            sources = List.copyOf(sources);
            pinned = List.copyOf(pinned);
        }

        /** Nothing bounds the number of rows. */
        public Select(List<ObjectName> sources, boolean locking) {
            this(sources, locking, List.of(), -1);
        }

        @Override
        public String kind() {
            return "select";
        }

        @Override
        public @Nullable ObjectName object() {
            return sources.isEmpty() ? null : sources.getFirst();
        }
    }
}
