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
import java.util.Set;

import static io.lockkeeper.riskengine.effect.mysql.Online.BUILD;
import static io.lockkeeper.riskengine.effect.mysql.Online.INSTANT;
import static io.lockkeeper.riskengine.effect.mysql.Online.METADATA;
import static io.lockkeeper.riskengine.effect.mysql.Online.REBUILD;

/** What MariaDB 10.6-11.8 chooses for one action of an ALTER TABLE, measured on 10.11 and 11.4. */
final class MariadbDdl implements Ddl {
    private final Altered table;

    MariadbDdl(Altered table) {
        this.table = table;
    }

    @Override
    public Online addColumn(TableOperation.AddColumn add) {
        ColumnDefinition column = add.definition();
        if (column.generated().equals("identity")) {
            return REBUILD.shared();
        }
        if (column.generated().equals("stored") || Defaults.computed(column.defaultExpression())) {
            return copy();
        }
        if (column.has(ConstraintKind.UNIQUE) || column.has(ConstraintKind.PRIMARY_KEY)) {
            return rebuild();
        }
        boolean last = column.position() == null;
        if (!last && table.hasGenerated("virtual")) {
            return copy();
        }
        boolean virtual = column.generated().equals("virtual");
        return virtual || instant(last) ? INSTANT : rebuild();
    }

    private boolean instant(boolean addsLast) {
        String allowed = table.instantAllowed();
        boolean permitted = !allowed.equals("never") && (addsLast || !allowed.equals("add_last"));
        return permitted && table.isInnodb() && !table.compressed() && !table.hasFulltext();
    }

    @Override
    public Online dropColumn(TableOperation.DropColumn drop) {
        if (!instant(false)) {
            return rebuild();
        }
        return table.indexed(drop.column()) ? METADATA : INSTANT;
    }

    @Override
    public Online changeColumn(ChangeColumn change) {
        Optional<ColumnChange> known = ColumnChange.of(change, table);
        if (known.isEmpty()) {
            return copy();
        }
        ColumnChange column = known.get();
        if (column.type() == TypeWidth.OTHER || column.regenerated()) {
            return copy();
        }
        Online online = INSTANT;
        if (column.recharset()) {
            online = online.and(widened(change) ? INSTANT : copy());
        }
        if (column.recollated()) {
            online = online.and(table.indexed(change.column()) ? BUILD : INSTANT);
        }
        if (column.type() == TypeWidth.LONGER) {
            online = online.and(longer(change));
        }
        if (column.toNotNull()) {
            online = online.and(table.hasGenerated("stored") ? copy() : rebuild());
        }
        if (column.toNull()) {
            online = online.and(table.redundant() ? INSTANT : rebuild());
        }
        if (column.moves()) {
            online = online.and(table.hasGenerated("virtual") ? copy() : instant(false) ? INSTANT : rebuild());
        }
        return online;
    }

    /** utf8mb3 to utf8mb4 keeps the stored bytes; an index on it has to follow. */
    private boolean widened(ChangeColumn change) {
        ColumnFacts old = table.column(change.column()).orElseThrow();
        String before = Charsets.of(Charsets.collation(old.collation(), table.collation()));
        String after = Charsets.of(change.definition().collation());
        return before.equals("utf8mb3") && after.equals("utf8mb4");
    }

    /** Up to 127 bytes a length byte has room to grow; from 128 to 255 it has none (measured: 127 → 300 yes, 128 → 256 no). */
    private Online longer(ChangeColumn change) {
        ColumnFacts old = table.column(change.column()).orElseThrow();
        int known = Charsets.maxBytes(Charsets.collation(old.collation(), table.collation()));
        Set<Integer> candidates = known == 0 ? Set.of(1, 4) : Set.of(known);
        boolean crosses = candidates.stream().anyMatch(each -> {
            int before = TypeWidth.bytes(old.type(), each);
            return before > 127
                    && before <= 255
                    && TypeWidth.bytes(change.definition().type(), each) > 255;
        });
        return crosses ? copy() : INSTANT;
    }

    @Override
    public Online renameColumn(TableOperation.RenameColumn rename) {
        return INSTANT;
    }

    @Override
    public Online setDefault() {
        return INSTANT;
    }

    @Override
    public Online showColumn() {
        return INSTANT;
    }

    @Override
    public Online addIndex(IndexOperation.CreateIndex create) {
        return switch (create.method()) {
            case "fulltext" ->
                table.hasFulltext() || table.column("fts_doc_id").isPresent() ? BUILD.shared() : REBUILD.shared();
            case "spatial" -> BUILD.shared();
            case "vector" -> copy();
            default -> BUILD;
        };
    }

    @Override
    public Online dropIndex(String index) {
        return METADATA;
    }

    @Override
    public Online renameIndex() {
        return INSTANT;
    }

    @Override
    public Online showIndex() {
        return INSTANT;
    }

    @Override
    public Online dropPrimaryKey() {
        boolean replaced = table.also(o -> o instanceof TableOperation.AddConstraint add
                && add.definition().kind() == ConstraintKind.PRIMARY_KEY);
        return replaced ? rebuild() : copy();
    }

    @Override
    public Online addConstraint(ConstraintDefinition constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> rebuild();
            case UNIQUE, EXCLUDE -> BUILD;
            case FOREIGN_KEY -> table.foreignKeyChecks() ? copy() : METADATA;
            case CHECK, NOT_NULL -> copy();
        };
    }

    @Override
    public Online dropConstraint(String constraint) {
        Optional<ConstraintFacts> known = table.constraint(constraint);
        boolean unique = known.isPresent() && known.get().kind() == ConstraintKind.UNIQUE;
        boolean primary = known.isPresent() && known.get().kind() == ConstraintKind.PRIMARY_KEY;
        return primary ? dropPrimaryKey() : unique ? METADATA : INSTANT;
    }

    @Override
    public Online dropForeignKey() {
        return INSTANT;
    }

    @Override
    public Online enforceCheck(boolean enforced) {
        return copy();
    }

    @Override
    public Online setOption(SetOption option) {
        return switch (option.option()) {
            case "ENGINE" -> option.value().equals(table.engine()) ? rebuildAlone() : copy();
            case "ROW_FORMAT", "KEY_BLOCK_SIZE", "PAGE_COMPRESSED", "ENCRYPTED" -> rebuild();
            case "DATA DIRECTORY", "INDEX DIRECTORY", "UNION", "SEQUENCE" -> copy();
            default -> INSTANT;
        };
    }

    @Override
    public Online setCharset() {
        return INSTANT;
    }

    @Override
    public Online convertCharset(MysqlOperation.ConvertCharset convert) {
        return copy();
    }

    @Override
    public Online rebuildAlone() {
        return rebuild();
    }

    @Override
    public Online renameTable() {
        return INSTANT.exclusive();
    }

    @Override
    public Online partitions(ChangePartitions change) {
        return switch (change.action()) {
            case PARTITION_BY, REMOVE_PARTITIONING -> copy();
            case ADD_PARTITION, DROP_PARTITION, TRUNCATE_PARTITION -> METADATA.exclusive();
            case ADD_HASH_PARTITION, COALESCE_PARTITION, REORGANIZE_PARTITION, REBUILD_PARTITION, OPTIMIZE_PARTITION ->
                REBUILD.shared();
            case EXCHANGE_PARTITION -> change.validates() ? BUILD.exclusive() : METADATA.exclusive();
            case ANALYZE_PARTITION -> METADATA;
            case CHECK_PARTITION, REPAIR_PARTITION -> BUILD.shared();
            case DISCARD_PARTITION_TABLESPACE, IMPORT_PARTITION_TABLESPACE -> METADATA.exclusive();
            case CONVERT_PARTITION_TO_TABLE, CONVERT_TABLE_TO_PARTITION -> METADATA.exclusive();
        };
    }

    @Override
    public Online versioning(boolean drops) {
        return copy();
    }

    /** From 11.2 on writes go on during a copy. */
    private Online copy() {
        return table.version().atLeast(11, 2, 0) ? Online.COPY.unlocked() : Online.COPY;
    }

    /** In place where InnoDB can; writes wait when the table has a FULLTEXT index. */
    private Online rebuild() {
        if (!table.isInnodb()) {
            return copy();
        }
        return table.hasFulltext() ? REBUILD.shared() : REBUILD;
    }
}
