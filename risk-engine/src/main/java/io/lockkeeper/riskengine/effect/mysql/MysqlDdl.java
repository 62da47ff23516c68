package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangeColumn;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangePartitions;
import io.lockkeeper.riskengine.operation.MysqlOperation.SetOption;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.Optional;

import static io.lockkeeper.riskengine.effect.mysql.Online.BUILD;
import static io.lockkeeper.riskengine.effect.mysql.Online.COPY;
import static io.lockkeeper.riskengine.effect.mysql.Online.INSTANT;
import static io.lockkeeper.riskengine.effect.mysql.Online.METADATA;
import static io.lockkeeper.riskengine.effect.mysql.Online.REBUILD;

/** What MySQL 8.0-9.x chooses for one action of an ALTER TABLE: the tables of its manual, corrected by measuring 9.x. */
final class MysqlDdl implements Ddl {
    private final Altered table;

    MysqlDdl(Altered table) {
        this.table = table;
    }

    @Override
    public Online addColumn(TableOperation.AddColumn add) {
        ColumnDefinition column = add.definition();
        if (column.generated().equals("identity")) {
            return REBUILD.shared();
        }
        boolean checked = column.has(ConstraintKind.CHECK);
        if (column.generated().equals("stored") || Defaults.computed(column.defaultExpression()) || checked) {
            return COPY;
        }
        if (column.has(ConstraintKind.UNIQUE) || column.has(ConstraintKind.PRIMARY_KEY)) {
            return rebuild();
        }
        if (column.generated().equals("virtual")) {
            return table.partitioned() || column.position() != null ? rebuild() : INSTANT;
        }
        boolean last = column.position() == null;
        return instant(last) ? INSTANT : rebuild();
    }

    /** Columns may be added (at the end since 8.0.12) and dropped (since 8.0.29) by metadata alone. */
    private boolean instant(boolean adds) {
        boolean versioned = table.version().atLeast(8, 0, 29);
        boolean plain = table.isInnodb() && !table.compressed() && !table.hasFulltext();
        boolean room = table.rowVersions() < InstantLimit.of(table.version());
        return plain && (versioned ? room : adds && table.version().atLeast(8, 0, 12));
    }

    @Override
    public Online dropColumn(TableOperation.DropColumn drop) {
        Optional<ColumnFacts> column = table.column(drop.column());
        boolean virtual = column.isPresent() && column.get().generated().equals("virtual");
        if (virtual) {
            return table.indexed(drop.column()) ? METADATA : INSTANT;
        }
        return instant(false) && !table.indexed(drop.column()) ? INSTANT : rebuild();
    }

    @Override
    public Online changeColumn(ChangeColumn change) {
        Optional<ColumnChange> known = ColumnChange.of(change, table);
        if (known.isEmpty()) {
            return COPY;
        }
        ColumnChange column = known.get();
        Online online = column.renames() ? renamed() : INSTANT;
        if (column.type() == TypeWidth.OTHER || column.recharset() || column.regenerated()) {
            return COPY;
        }
        if (column.recollated()) {
            return COPY;
        }
        if (column.type() == TypeWidth.LONGER) {
            online = online.and(longer(change));
        }
        if (column.toNotNull()) {
            online = online.and(table.strict() ? rebuild() : COPY);
        }
        return column.toNull() || column.moves() ? online.and(rebuild()) : online;
    }

    /** The length of a value takes one byte up to 255 bytes, two above: crossing that border is a copy. */
    private Online longer(ChangeColumn change) {
        ColumnFacts old = table.column(change.column()).orElseThrow();
        int known = Charsets.maxBytes(Charsets.collation(old.collation(), table.collation()));
        int each = known == 0 ? 4 : known;
        boolean crosses = TypeWidth.bytes(old.type(), each) <= 255
                && TypeWidth.bytes(change.definition().type(), each) > 255;
        return crosses ? COPY : METADATA;
    }

    @Override
    public Online renameColumn(TableOperation.RenameColumn rename) {
        return renamed();
    }

    private Online renamed() {
        return table.version().atLeast(8, 0, 28) && !table.referenced() ? INSTANT : METADATA;
    }

    @Override
    public Online setDefault() {
        return table.version().atLeast(8, 0, 12) ? INSTANT : METADATA;
    }

    @Override
    public Online addIndex(IndexOperation.CreateIndex create) {
        return switch (create.method()) {
            case "fulltext" -> table.hasFulltext() || hasDocumentId() ? BUILD.shared() : REBUILD.shared();
            case "spatial" -> BUILD.shared();
            default -> BUILD;
        };
    }

    private boolean hasDocumentId() {
        return table.column("fts_doc_id").isPresent();
    }

    @Override
    public Online dropIndex(String index) {
        return METADATA;
    }

    @Override
    public Online renameIndex() {
        return METADATA;
    }

    @Override
    public Online showIndex() {
        return METADATA;
    }

    @Override
    public Online dropPrimaryKey() {
        boolean replaced = table.also(o -> o instanceof TableOperation.AddConstraint add
                && add.definition().kind() == ConstraintKind.PRIMARY_KEY);
        return replaced ? rebuild() : COPY;
    }

    @Override
    public Online addConstraint(ConstraintDefinition constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> table.strict() ? rebuild() : COPY;
            case UNIQUE, EXCLUDE -> BUILD;
            case FOREIGN_KEY -> table.foreignKeyChecks() ? COPY : METADATA;
            case CHECK -> check(constraint.enforced());
            case NOT_NULL -> COPY;
        };
    }

    /** Before 8.0.16 the clause was read and forgotten. */
    private Online check(boolean enforced) {
        return enforced && table.version().atLeast(8, 0, 16) ? COPY : METADATA;
    }

    @Override
    public Online dropConstraint(String constraint) {
        Optional<ConstraintFacts> known = table.constraint(constraint);
        boolean primary = known.isPresent() && known.get().kind() == ConstraintKind.PRIMARY_KEY;
        return primary ? dropPrimaryKey() : METADATA;
    }

    @Override
    public Online dropForeignKey() {
        return METADATA;
    }

    @Override
    public Online enforceCheck(boolean enforced) {
        return check(enforced);
    }

    @Override
    public Online setOption(SetOption option) {
        return switch (option.option()) {
            case "ENGINE" -> option.value().equals(table.engine()) ? rebuildAlone() : COPY;
            case "ROW_FORMAT", "KEY_BLOCK_SIZE" -> rebuild();
            case "ENCRYPTION", "COMPRESSION", "TABLESPACE", "UNION", "INSERT_METHOD", "DATA DIRECTORY" -> COPY;
            default -> METADATA;
        };
    }

    @Override
    public Online setCharset() {
        return METADATA;
    }

    @Override
    public Online convertCharset(MysqlOperation.ConvertCharset convert) {
        return COPY;
    }

    @Override
    public Online rebuildAlone() {
        return table.hasFulltext() ? COPY : rebuild();
    }

    @Override
    public Online renameTable() {
        return (table.version().atLeast(8, 0, 12) ? INSTANT : METADATA).exclusive();
    }

    @Override
    public Online partitions(ChangePartitions change) {
        return switch (change.action()) {
            case PARTITION_BY, REMOVE_PARTITIONING -> COPY;
            case ADD_PARTITION, DROP_PARTITION, TRUNCATE_PARTITION -> METADATA;
            case ADD_HASH_PARTITION, COALESCE_PARTITION, REORGANIZE_PARTITION, REBUILD_PARTITION -> REBUILD.shared();
            case OPTIMIZE_PARTITION -> REBUILD;
            case EXCHANGE_PARTITION -> change.validates() ? BUILD.exclusive() : METADATA.exclusive();
            case ANALYZE_PARTITION -> METADATA;
            case CHECK_PARTITION, REPAIR_PARTITION -> BUILD.shared();
            case DISCARD_PARTITION_TABLESPACE, IMPORT_PARTITION_TABLESPACE -> METADATA.exclusive();
            case CONVERT_PARTITION_TO_TABLE, CONVERT_TABLE_TO_PARTITION -> METADATA.exclusive();
        };
    }

    @Override
    public Online versioning(boolean drops) {
        return COPY;
    }

    @Override
    public Online showColumn() {
        return INSTANT;
    }

    /** In place where InnoDB can; a cascading foreign key forbids writes meanwhile, a FULLTEXT index too. */
    private Online rebuild() {
        if (!table.isInnodb()) {
            return COPY;
        }
        return table.cascades() || table.hasFulltext() ? REBUILD.shared() : REBUILD;
    }
}
