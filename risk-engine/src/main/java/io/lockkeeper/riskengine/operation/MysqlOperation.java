package io.lockkeeper.riskengine.operation;

import io.lockkeeper.riskengine.report.Algorithm;
import io.lockkeeper.riskengine.report.Lock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What only MySQL and MariaDB can be told. Everything that PostgreSQL has too is a {@link TableOperation}, an
 * {@link IndexOperation} (a new index of any kind is a {@code CreateIndex} whose method is {@code btree}, {@code fulltext},
 * {@code spatial} or {@code vector}) or a {@link DataOperation}; AUTO_INCREMENT is an identity.
 */
public sealed interface MysqlOperation extends Operation {
    ObjectName table();

    @Override
    default ObjectName object() {
        return table();
    }

    /**
     * MODIFY and CHANGE: the whole definition anew.
     *
     * @param column as it is called before
     * @param definition its name differs when the column is renamed, too
     */
    record ChangeColumn(ObjectName table, String column, ColumnDefinition definition, boolean ifExists)
            implements MysqlOperation {
        @Override
        public String kind() {
            return "change-column";
        }
    }

    /**
     * ALGORITHM and LOCK of an ALTER TABLE, CREATE INDEX or DROP INDEX.
     *
     * @param algorithm null when not said, or DEFAULT
     * @param noCopy MariaDB's NOCOPY: INPLACE, but never a rebuild
     * @param lock {@code NONE}, {@code ONLINE_SHARED}, {@code ONLINE_EXCLUSIVE}; null when not said, or DEFAULT
     */
    record DemandAlgorithm(
            ObjectName table,
            @Nullable Algorithm algorithm,
            boolean noCopy,
            @Nullable Lock lock) implements MysqlOperation {
        @Override
        public String kind() {
            return "demand-algorithm";
        }
    }

    /**
     * A table option.
     *
     * @param option upper case, single blanks: {@code ENGINE}, {@code ROW_FORMAT}, {@code KEY_BLOCK_SIZE},
     *     {@code AUTO_INCREMENT}, {@code COMMENT}, {@code ENCRYPTION}, {@code STATS_PERSISTENT} …
     * @param value lower case, without quotes
     */
    record SetOption(ObjectName table, String option, String value) implements MysqlOperation {
        @Override
        public String kind() {
            return "set-" + option.toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
        }
    }

    /**
     * The default for columns to come; those that are there stay.
     *
     * @param collation as written, or the character set when only that is written
     */
    record SetCharset(ObjectName table, String collation) implements MysqlOperation {
        @Override
        public String kind() {
            return "set-charset";
        }
    }

    /** CONVERT TO CHARACTER SET: every character column, too. */
    record ConvertCharset(ObjectName table, String collation) implements MysqlOperation {
        @Override
        public String kind() {
            return "convert-charset";
        }
    }

    /** FORCE, and ORDER BY. */
    record Rebuild(ObjectName table) implements MysqlOperation {
        @Override
        public String kind() {
            return "rebuild-table";
        }
    }

    /** OPTIMIZE, ANALYZE, CHECK and REPAIR TABLE. */
    record Maintain(ObjectName table, Maintenance maintenance) implements MysqlOperation {
        @Override
        public String kind() {
            return maintenance.name().toLowerCase(Locale.ROOT) + "-table";
        }
    }

    /** What is maintained. */
    enum Maintenance {
        OPTIMIZE,
        ANALYZE,
        CHECK,
        REPAIR
    }

    record DropKey(ObjectName table, String index, boolean ifExists) implements MysqlOperation {
        @Override
        public String kind() {
            return "drop-index";
        }
    }

    record RenameKey(ObjectName table, String index, String to) implements MysqlOperation {
        @Override
        public String kind() {
            return "rename-index";
        }
    }

    /** INVISIBLE of MySQL, IGNORED of MariaDB. */
    record ShowKey(ObjectName table, String index, boolean visible) implements MysqlOperation {
        @Override
        public String kind() {
            return "alter-index-visibility";
        }
    }

    record DropPrimaryKey(ObjectName table) implements MysqlOperation {
        @Override
        public String kind() {
            return "drop-primary-key";
        }
    }

    record DropForeignKey(ObjectName table, String constraint, boolean ifExists) implements MysqlOperation {
        @Override
        public String kind() {
            return "drop-foreign-key";
        }
    }

    /** ALTER CHECK … [NOT] ENFORCED. */
    record EnforceCheck(ObjectName table, String constraint, boolean enforced) implements MysqlOperation {
        @Override
        public String kind() {
            return "alter-check";
        }
    }

    /** ALTER COLUMN … SET [IN]VISIBLE. */
    record ShowColumn(ObjectName table, String column, boolean visible) implements MysqlOperation {
        @Override
        public String kind() {
            return "alter-column-visibility";
        }
    }

    /**
     * One action on partitions.
     *
     * @param partitions those named; empty with ALL or where none is named
     * @param other the other table of EXCHANGE and CONVERT
     * @param validates EXCHANGE … WITH VALIDATION, its default
     */
    record ChangePartitions(
            ObjectName table,
            PartitionAction action,
            List<String> partitions,
            @Nullable ObjectName other,
            boolean validates)
            implements MysqlOperation {
        public ChangePartitions {
            partitions = List.copyOf(partitions);
        }

        @Override
        public String kind() {
            return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What ALTER TABLE does to partitions. */
    enum PartitionAction {
        PARTITION_BY,
        REMOVE_PARTITIONING,
        /** VALUES LESS THAN or IN: a new range or list. */
        ADD_PARTITION,
        /** PARTITIONS n of HASH and KEY: rows move. */
        ADD_HASH_PARTITION,
        COALESCE_PARTITION,
        DROP_PARTITION,
        TRUNCATE_PARTITION,
        REORGANIZE_PARTITION,
        EXCHANGE_PARTITION,
        REBUILD_PARTITION,
        OPTIMIZE_PARTITION,
        ANALYZE_PARTITION,
        CHECK_PARTITION,
        REPAIR_PARTITION,
        DISCARD_PARTITION_TABLESPACE,
        IMPORT_PARTITION_TABLESPACE,
        CONVERT_PARTITION_TO_TABLE,
        CONVERT_TABLE_TO_PARTITION
    }

    /** MariaDB: ADD, DROP or ALTER of SYSTEM VERSIONING or of a PERIOD. */
    record ChangeVersioning(ObjectName table, boolean drops) implements MysqlOperation {
        @Override
        public String kind() {
            return drops ? "drop-system-versioning" : "add-system-versioning";
        }
    }

    /** DISCARD and IMPORT TABLESPACE. */
    record ChangeTablespace(ObjectName table, boolean discards) implements MysqlOperation {
        @Override
        public String kind() {
            return discards ? "discard-tablespace" : "import-tablespace";
        }
    }

    /** ENABLE and DISABLE KEYS: nothing to InnoDB. */
    record SwitchKeys(ObjectName table) implements MysqlOperation {
        @Override
        public String kind() {
            return "switch-keys";
        }
    }
}
