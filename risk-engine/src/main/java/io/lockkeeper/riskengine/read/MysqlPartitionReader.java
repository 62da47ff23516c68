package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.MysqlOperation.ChangePartitions;
import io.lockkeeper.riskengine.operation.MysqlOperation.PartitionAction;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what ALTER TABLE does to partitions. */
final class MysqlPartitionReader {
    private final MysqlCursor cursor;
    private final ObjectName table;

    MysqlPartitionReader(MysqlCursor cursor, ObjectName table) {
        this.cursor = cursor;
        this.table = table;
    }

    /** An action on partitions, if one comes next. */
    Optional<ChangePartitions> read() {
        if (cursor.accept("ADD", "PARTITION")) {
            return Optional.of(add());
        }
        if (cursor.accept("DROP", "PARTITION")) {
            cursor.acceptIfExists();
            return Optional.of(named(PartitionAction.DROP_PARTITION, names()));
        }
        if (cursor.accept("COALESCE", "PARTITION")) {
            notLogged();
            number();
            return Optional.of(named(PartitionAction.COALESCE_PARTITION, List.of()));
        }
        if (cursor.accept("REORGANIZE", "PARTITION")) {
            return Optional.of(reorganize());
        }
        if (cursor.accept("EXCHANGE", "PARTITION")) {
            return Optional.of(exchange());
        }
        if (cursor.accept("REMOVE", "PARTITIONING")) {
            return Optional.of(named(PartitionAction.REMOVE_PARTITIONING, List.of()));
        }
        if (cursor.sees("PARTITION", "BY")) {
            return Optional.of(partitionBy());
        }
        return convert().or(this::maintain).or(this::tablespace);
    }

    /** The scheme, up to the end: nothing may follow it. */
    ChangePartitions partitionBy() {
        cursor.expect("PARTITION", "BY");
        cursor.skipToComma();
        cursor.expectEnd();
        return named(PartitionAction.PARTITION_BY, List.of());
    }

    private ChangePartitions add() {
        cursor.acceptIfNotExists();
        notLogged();
        if (cursor.accept("PARTITIONS")) {
            number();
            return named(PartitionAction.ADD_HASH_PARTITION, List.of());
        }
        boolean ranges = false;
        boolean lists = false;
        MysqlCursor definitions = cursor.group();
        List<MysqlCursor> items = definitions.items();
        for (MysqlCursor item : items) {
            item.expect("PARTITION");
            item.folded();
            ranges |= item.sees("VALUES");
            lists |= !item.sees("VALUES");
        }
        if (ranges && lists) {
            throw new Unsure("partitions with and without values");
        }
        return named(ranges ? PartitionAction.ADD_PARTITION : PartitionAction.ADD_HASH_PARTITION, List.of());
    }

    private ChangePartitions reorganize() {
        notLogged();
        if (cursor.atEnd()) {
            return named(PartitionAction.REORGANIZE_PARTITION, List.of());
        }
        List<String> names = names();
        cursor.expect("INTO");
        cursor.skipGroup();
        return named(PartitionAction.REORGANIZE_PARTITION, names);
    }

    private ChangePartitions exchange() {
        String partition = cursor.folded();
        cursor.expect("WITH", "TABLE");
        ObjectName other = cursor.name();
        boolean validates = !cursor.accept("WITHOUT", "VALIDATION");
        cursor.accept("WITH", "VALIDATION");
        return new ChangePartitions(table, PartitionAction.EXCHANGE_PARTITION, List.of(partition), other, validates);
    }

    private Optional<ChangePartitions> convert() {
        if (cursor.accept("CONVERT", "PARTITION")) {
            String partition = cursor.folded();
            cursor.expect("TO", "TABLE");
            ObjectName other = cursor.name();
            return Optional.of(new ChangePartitions(
                    table, PartitionAction.CONVERT_PARTITION_TO_TABLE, List.of(partition), other, true));
        }
        if (cursor.accept("CONVERT", "TABLE")) {
            ObjectName other = cursor.name();
            cursor.expect("TO", "PARTITION");
            String partition = cursor.folded();
            cursor.expect("VALUES");
            if (!cursor.accept("LESS", "THAN")) {
                cursor.expect("IN");
            }
            if (!cursor.accept("MAXVALUE")) {
                cursor.skipGroup();
            }
            boolean validates = !cursor.accept("WITHOUT", "VALIDATION");
            cursor.accept("WITH", "VALIDATION");
            return Optional.of(new ChangePartitions(
                    table, PartitionAction.CONVERT_TABLE_TO_PARTITION, List.of(partition), other, validates));
        }
        return Optional.empty();
    }

    private Optional<ChangePartitions> maintain() {
        PartitionAction action = maintenance();
        if (action == null) {
            return Optional.empty();
        }
        cursor.next();
        cursor.expect("PARTITION");
        notLogged();
        List<String> names = cursor.accept("ALL") ? List.of() : names();
        if (action == PartitionAction.CHECK_PARTITION || action == PartitionAction.REPAIR_PARTITION) {
            while (cursor.accept("FOR", "UPGRADE")
                    || cursor.acceptAny("QUICK", "FAST", "MEDIUM", "EXTENDED", "CHANGED", "USE_FRM")) {
                continue;
            }
        }
        return Optional.of(named(action, names));
    }

    private @Nullable PartitionAction maintenance() {
        for (String word : List.of("TRUNCATE", "REBUILD", "OPTIMIZE", "ANALYZE", "CHECK", "REPAIR")) {
            if (cursor.sees(word, "PARTITION")) {
                return PartitionAction.valueOf(word + "_PARTITION");
            }
        }
        return null;
    }

    private Optional<ChangePartitions> tablespace() {
        boolean discards = cursor.accept("DISCARD", "PARTITION");
        if (!discards && !cursor.accept("IMPORT", "PARTITION")) {
            return Optional.empty();
        }
        List<String> names = cursor.accept("ALL") ? List.of() : names();
        cursor.expect("TABLESPACE");
        return Optional.of(named(
                discards ? PartitionAction.DISCARD_PARTITION_TABLESPACE : PartitionAction.IMPORT_PARTITION_TABLESPACE,
                names));
    }

    private List<String> names() {
        return cursor.commaSeparated(cursor::folded);
    }

    private void notLogged() {
        cursor.acceptAny("NO_WRITE_TO_BINLOG", "LOCAL");
    }

    private void number() {
        if (cursor.next().kind() != Kind.NUMBER) {
            throw new Unsure("expected a number of partitions");
        }
    }

    private ChangePartitions named(PartitionAction action, List<String> names) {
        return new ChangePartitions(table, action, names, null, true);
    }
}
