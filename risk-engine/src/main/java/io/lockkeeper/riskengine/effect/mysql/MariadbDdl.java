package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangeColumn;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangePartitions;
import io.lockkeeper.riskengine.operation.MysqlOperation.SetOption;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Algorithm;
import java.util.List;
import java.util.Optional;

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
            return rebuild().shared();
        }
        if (column.generated().equals("virtual")) {
            return table.partitioned() || table.also(MariadbDdl::addsStored) ? copy() : INSTANT;
        }
        if (column.generated().equals("stored") || Defaults.perRow(column.defaultExpression())) {
            return copy();
        }
        if (column.has(ConstraintKind.FOREIGN_KEY)) {
            return table.foreignKeyChecks() ? copy() : rebuild();
        }
        if (column.has(ConstraintKind.UNIQUE) || column.has(ConstraintKind.PRIMARY_KEY)) {
            return rebuild();
        }
        int place = column.position() == null
                ? table.columns()
                : column.position().equals("first") ? 0 : table.place(column.position()) + 1;
        if (table.virtualBetween(place, table.columns())) {
            return copy();
        }
        return instant(place >= table.columns()) && !besideInplace() ? INSTANT : rebuild();
    }

    private static boolean addsStored(Operation operation) {
        return operation instanceof TableOperation.AddColumn add
                && !add.definition().generated().equals("virtual");
    }

    private boolean besideInplace() {
        return Beside.inplace(table, MariadbDdl::new);
    }

    boolean instant(boolean addsLast) {
        String allowed = table.instantAllowed();
        boolean permitted = !allowed.equals("never") && (addsLast || !allowed.equals("add_last"));
        return permitted && table.takesInstant() && !table.indexesVirtual();
    }

    @Override
    public Online dropColumn(TableOperation.DropColumn drop) {
        boolean virtual = table.column(drop.column())
                .map(c -> c.generated().equals("virtual"))
                .orElse(false);
        if (virtual) {
            return table.indexed(drop.column()) ? METADATA : INSTANT;
        }
        boolean sorts = table.inPrimaryKey(drop.column()) || table.sortedBy(drop.column());
        if (table.indexesVirtual() || (sorts && table.newPrimaryKey().isEmpty())) {
            return copy();
        }
        if (!instant(false) || besideInplace() || sorts) {
            return rebuild();
        }
        return table.indexed(drop.column()) ? METADATA : INSTANT;
    }

    @Override
    public Altered table() {
        return table;
    }

    @Override
    public Online copied() {
        return copy();
    }

    @Override
    public Online changeColumn(ChangeColumn change) {
        return new MariadbColumnDdl(this).changed(change);
    }

    @Override
    public Online convertCharset(MysqlOperation.ConvertCharset convert) {
        return new MariadbColumnDdl(this).converted(convert);
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
        if (!table.isInnodb()) {
            return copy();
        }
        return switch (create.method()) {
            case "fulltext" -> fulltext();
            case "spatial" -> BUILD.shared();
            case "vector" -> copy();
            default -> {
                if (create.unique() && table.hashed(key(create.columns(), create.keys()))) {
                    yield copy();
                }
                boolean sorts = create.unique() && table.unsorted() && table.notNull(create.columns());
                boolean evaluates = table.also(o -> o instanceof TableOperation.AddColumn add
                        && add.definition().generated().equals("virtual")
                        && create.columns().contains(add.definition().name()));
                yield sorts ? rebuild() : evaluates ? BUILD.shared() : BUILD;
            }
        };
    }

    /** As far as its length matters. */
    private static IndexFacts key(List<String> columns, List<String> keys) {
        String parts = "(" + String.join(", ", keys) + ")";
        return new IndexFacts(new ObjectName(null, ""), 0, true, false, true, columns, false, false, "btree", parts);
    }

    /** One at a time. */
    private Online fulltext() {
        long added = table.siblings().stream()
                .filter(o -> o instanceof IndexOperation.CreateIndex create
                        && create.method().equals("fulltext"))
                .count();
        if (added > 1) {
            return copy();
        }
        return table.hasDocumentId() ? BUILD.shared() : REBUILD.shared();
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
    public Online addConstraint(ConstraintDefinition constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> primaryKey(constraint.columns());
            case UNIQUE, EXCLUDE -> {
                boolean hashed = table.hashed(key(constraint.columns(), constraint.columns()));
                yield table.isInnodb() && !hashed ? BUILD : copy();
            }
            case FOREIGN_KEY ->
                table.foreignKeyChecks() ? copy() : table.indexBegins(constraint.columns()) ? INSTANT : BUILD;
            case CHECK, NOT_NULL -> copy();
        };
    }

    /** A unique index that sorts the table already has only to change its name. */
    private Online primaryKey(List<String> columns) {
        if (table.also(o -> o instanceof MysqlOperation.DropPrimaryKey) && table.primaryKeyIs(columns)) {
            return INSTANT;
        }
        boolean sorted = table.index(i -> table.sortsBy(i) && i.columns().equals(columns));
        return sorted ? BUILD : rebuild();
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
            case "ENGINE" -> table.isInnodb() && option.value().equals("innodb") ? rebuildAlone() : copy();
            case "ROW_FORMAT", "KEY_BLOCK_SIZE", "ENCRYPTED" -> rebuild();
            case "PAGE_COMPRESSED" -> option.value().equals("0") ? rebuild() : INSTANT;
            case "UNION" -> table.isInnodb() ? INSTANT : copy();
            case "SEQUENCE" -> option.value().equals("0") ? INSTANT : copy();
            default -> INSTANT;
        };
    }

    @Override
    public Online setCharset() {
        return INSTANT;
    }

    @Override
    public Online rebuildAlone() {
        return rebuild();
    }

    @Override
    public Online renameTable() {
        boolean alone = table.siblings().stream().allMatch(TableOperation.RenameTable.class::isInstance);
        return alone ? INSTANT.exclusive() : INSTANT;
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
        return drops ? rebuild().shared() : copy();
    }

    @Override
    public Online switchKeys() {
        return INSTANT.exclusive();
    }

    @Override
    public Online demanded(MysqlOperation.DemandAlgorithm demand) {
        Online online = demand.algorithm() == Algorithm.COPY ? copy() : INSTANT;
        return demand.lock() == null ? online : online.under(demand.lock());
    }

    @Override
    public Online permitted(Online best) {
        boolean chosen = table.also(o -> o instanceof MysqlOperation.DemandAlgorithm d && d.algorithm() != null);
        boolean old = table.copiesAlways() && !table.version().atLeast(11, 4, 0);
        boolean copies = table.algorithm().equals("copy") && !table.version().atLeast(11, 5, 0);
        return !chosen && (old || copies) ? best.and(copy()) : best;
    }

    /** From 11.2 on writes go on during a copy, but for the child of a cascading foreign key. */
    private Online copy() {
        return table.version().atLeast(11, 2, 0) && !table.cascades() ? Online.COPY.unlocked() : Online.COPY;
    }

    /** In place where InnoDB can; writes wait for indexes that cannot be kept up to date meanwhile. */
    private Online rebuild() {
        if (!table.isInnodb()) {
            return copy();
        }
        boolean shared = table.keepsFulltext() || table.hasSpatial() || table.indexesVirtual();
        return shared ? REBUILD.shared() : REBUILD;
    }
}
