package io.lockkeeper.riskengine.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to indexes. */
public sealed interface IndexOperation extends Operation {

    /**
     * A new index.
     *
     * @param name null: the server invents one
     * @param only on the partitioned parent alone
     * @param method {@code btree} unless the statement says otherwise
     * @param columns plain key columns
     * @param computed has an expression or a predicate
     * @param keys what the server calls each key when it invents the name: the column, the function, or {@code expr}; on MySQL
     *     and MariaDB the column, and behind it the length of the beginning that is indexed, such as {@code note(20)}
     * @param mentioned every name in its keys and its predicate; columns that it depends on are among them
     */
    record CreateIndex(
            @Nullable ObjectName name,
            ObjectName table,
            boolean unique,
            boolean concurrently,
            boolean ifNotExists,
            boolean only,
            String method,
            List<String> columns,
            boolean computed,
            List<String> keys,
            List<String> mentioned)
            implements IndexOperation {
        public CreateIndex {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
            mentioned = List.copyOf(mentioned);
        }

        /** Nothing but plain columns. */
        public CreateIndex(
                @Nullable ObjectName name,
                ObjectName table,
                boolean unique,
                boolean concurrently,
                boolean ifNotExists,
                boolean only,
                String method,
                List<String> columns,
                boolean computed) {
            this(name, table, unique, concurrently, ifNotExists, only, method, columns, computed, columns, columns);
        }

        @Override
        public String kind() {
            return "create-index";
        }

        @Override
        public ObjectName object() {
            return table;
        }
    }

    record DropIndex(ObjectName object, boolean concurrently, boolean ifExists, boolean cascade)
            implements IndexOperation {
        @Override
        public String kind() {
            return "drop-index";
        }
    }

    /**
     * A new name for an index.
     *
     * @param byAlterTable spelled ALTER TABLE, which locks harder
     */
    record RenameIndex(ObjectName object, String to, boolean byAlterTable) implements IndexOperation {
        @Override
        public String kind() {
            return "rename-index";
        }
    }

    /**
     * SET and RESET of parameters, statistics, a place below a partitioned index.
     *
     * @param tablespace where its file is copied to; null when nothing is copied
     * @param attached index of a partition that becomes a part of it; null for anything else
     */
    record AlterIndex(
            ObjectName object,
            @Nullable String tablespace,
            @Nullable ObjectName attached) implements IndexOperation {
        public AlterIndex(ObjectName object) {
            this(object, null, null);
        }

        public AlterIndex(ObjectName object, @Nullable String tablespace) {
            this(object, tablespace, null);
        }

        @Override
        public String kind() {
            return "alter-index";
        }
    }

    /**
     * Indexes built anew.
     *
     * @param object index or table; null for a whole schema or database
     */
    record Reindex(Scope scope, @Nullable ObjectName object, boolean concurrently) implements IndexOperation {
        @Override
        public String kind() {
            return "reindex";
        }
    }

    /** What REINDEX covers. */
    enum Scope {
        INDEX,
        TABLE,
        SCHEMA,
        DATABASE
    }
}
