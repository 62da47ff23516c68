package io.lockkeeper.riskengine.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What CREATE, ALTER and DROP TABLE do, one record per action. */
public sealed interface TableOperation extends Operation {
    ObjectName table();

    @Override
    default ObjectName object() {
        return table();
    }

    /**
     * A new table.
     *
     * @param sources tables it copies or inherits from, or reads by AS SELECT
     * @param fromQuery its columns come from a query, or from a type, and are not in the text
     * @param filled with the rows of that query, so that all of its sources may be read
     */
    record CreateTable(
            ObjectName table,
            List<ColumnDefinition> columns,
            List<ConstraintDefinition> constraints,
            boolean ifNotExists,
            boolean temporary,
            @Nullable ObjectName partitionOf,
            List<ObjectName> inherits,
            List<ObjectName> sources,
            boolean fromQuery,
            boolean filled)
            implements TableOperation {
        public CreateTable {
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
            inherits = List.copyOf(inherits);
            sources = List.copyOf(sources);
        }

        /** Without rows, as far as it is known. */
        public CreateTable(
                ObjectName table,
                List<ColumnDefinition> columns,
                List<ConstraintDefinition> constraints,
                boolean ifNotExists,
                boolean temporary,
                @Nullable ObjectName partitionOf,
                List<ObjectName> inherits,
                List<ObjectName> sources,
                boolean fromQuery) {
            this(table, columns, constraints, ifNotExists, temporary, partitionOf, inherits, sources, fromQuery, false);
        }

        /** The same with those columns. */
        public CreateTable defining(List<ColumnDefinition> others) {
            return new CreateTable(
                    table,
                    others,
                    constraints,
                    ifNotExists,
                    temporary,
                    partitionOf,
                    inherits,
                    sources,
                    fromQuery,
                    filled);
        }

        /** The same from a query over those tables. */
        public CreateTable reading(List<ObjectName> tables, boolean rows) {
            return new CreateTable(
                    table, columns, constraints, ifNotExists, temporary, partitionOf, inherits, tables, true, rows);
        }

        @Override
        public String kind() {
            return "create-table";
        }
    }

    record DropTable(ObjectName table, boolean ifExists, boolean cascade) implements TableOperation {
        @Override
        public String kind() {
            return "drop-table";
        }
    }

    record RenameTable(ObjectName table, String to) implements TableOperation {
        @Override
        public String kind() {
            return "rename-table";
        }
    }

    record SetSchema(ObjectName table, String schema) implements TableOperation {
        @Override
        public String kind() {
            return "set-schema";
        }
    }

    record RenameColumn(ObjectName table, String column, String to) implements TableOperation {
        @Override
        public String kind() {
            return "rename-column";
        }
    }

    record RenameConstraint(ObjectName table, String constraint, String to) implements TableOperation {
        @Override
        public String kind() {
            return "rename-constraint";
        }
    }

    record AddColumn(ObjectName table, ColumnDefinition definition, boolean ifNotExists) implements TableOperation {
        @Override
        public String kind() {
            return "add-column";
        }

        @Override
        public String column() {
            return definition.name();
        }
    }

    record DropColumn(ObjectName table, String column, boolean ifExists, boolean cascade) implements TableOperation {
        @Override
        public String kind() {
            return "drop-column";
        }
    }

    /**
     * A new type for a column.
     *
     * @param using source text of USING, null without
     */
    record AlterColumnType(
            ObjectName table,
            String column,
            String type,
            @Nullable String collation,
            @Nullable String using) implements TableOperation {
        @Override
        public String kind() {
            return "alter-column-type";
        }
    }

    record SetNotNull(ObjectName table, String column) implements TableOperation {
        @Override
        public String kind() {
            return "set-not-null";
        }
    }

    record DropNotNull(ObjectName table, String column) implements TableOperation {
        @Override
        public String kind() {
            return "drop-not-null";
        }
    }

    record SetDefault(ObjectName table, String column, String expression) implements TableOperation {
        @Override
        public String kind() {
            return "set-default";
        }
    }

    record DropDefault(ObjectName table, String column) implements TableOperation {
        @Override
        public String kind() {
            return "drop-default";
        }
    }

    record AddConstraint(ObjectName table, ConstraintDefinition definition) implements TableOperation {
        @Override
        public String kind() {
            return "add-" + definition.kind().id();
        }
    }

    record ValidateConstraint(ObjectName table, String constraint) implements TableOperation {
        @Override
        public String kind() {
            return "validate-constraint";
        }
    }

    record DropConstraint(ObjectName table, String constraint, boolean ifExists, boolean cascade)
            implements TableOperation {
        @Override
        public String kind() {
            return "drop-constraint";
        }
    }

    /**
     * A table becomes a partition.
     *
     * @param bound {@code DEFAULT}, or what follows the name, from {@code FOR VALUES} on
     */
    record AttachPartition(ObjectName table, ObjectName partition, String bound) implements TableOperation {
        @Override
        public String kind() {
            return "attach-partition";
        }
    }

    record DetachPartition(ObjectName table, ObjectName partition, boolean concurrently) implements TableOperation {
        @Override
        public String kind() {
            return "detach-partition";
        }
    }

    /**
     * Everything whose effect follows from its name alone.
     *
     * @param other what else it names: the parent of INHERIT, the constraint of ALTER CONSTRAINT, a trigger, a policy, a
     *     rule, a tablespace, an access method; null otherwise
     * @param ifExists it is no error when there is no such trigger, policy or rule
     */
    record ChangeTable(
            ObjectName table,
            @Nullable String column,
            TableChange change,
            @Nullable ObjectName other,
            boolean ifExists) implements TableOperation {
        public ChangeTable(ObjectName table, @Nullable String column, TableChange change) {
            this(table, column, change, null, false);
        }

        public ChangeTable(ObjectName table, @Nullable String column, TableChange change, @Nullable ObjectName other) {
            this(table, column, change, other, false);
        }

        /** Of something that belongs to the table and has a name there. */
        public static ChangeTable named(ObjectName table, TableChange change, String name, boolean ifExists) {
            return new ChangeTable(table, null, change, new ObjectName(null, name), ifExists);
        }

        @Override
        public String kind() {
            return change.id();
        }
    }
}
