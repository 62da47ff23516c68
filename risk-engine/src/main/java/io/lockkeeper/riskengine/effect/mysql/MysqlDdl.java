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
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Algorithm;
import java.util.List;
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
            return rebuild().shared();
        }
        if (column.generated().equals("virtual")) {
            return virtual(column);
        }
        boolean checked = column.constraints().stream()
                .anyMatch(c -> c.kind() == ConstraintKind.CHECK && check(c.enforced()) == COPY);
        if (column.generated().equals("stored") || Defaults.expression(column.defaultExpression()) || checked) {
            return COPY;
        }
        if (column.has(ConstraintKind.FOREIGN_KEY) && table.version().atLeast(9, 0, 0)) {
            return table.foreignKeyChecks() ? COPY : rebuild();
        }
        if (column.has(ConstraintKind.UNIQUE) || column.has(ConstraintKind.PRIMARY_KEY)) {
            return rebuild();
        }
        boolean last = column.position() == null;
        return instant(last) && !besideInplace() ? INSTANT : rebuild();
    }

    private Online virtual(ColumnDefinition column) {
        boolean last = column.position() == null;
        if (column.has(ConstraintKind.UNIQUE)) {
            return COPY;
        }
        return last && table.version().atLeast(8, 0, 12) ? INSTANT : last ? METADATA : COPY;
    }

    private boolean besideInplace() {
        return Beside.inplace(table, MysqlDdl::new);
    }

    /** Columns may be added (at the end since 8.0.12) and dropped (since 8.0.29) by metadata alone. */
    private boolean instant(boolean adds) {
        boolean versioned = table.version().atLeast(8, 0, 29);
        boolean plain = table.takesInstant();
        boolean room = table.rowVersions() < InstantLimit.of(table.version());
        return plain && (versioned ? room : adds && table.version().atLeast(8, 0, 12));
    }

    @Override
    public Online dropColumn(TableOperation.DropColumn drop) {
        Optional<ColumnFacts> column = table.column(drop.column());
        boolean virtual = column.isPresent() && column.get().generated().equals("virtual");
        if (virtual) {
            boolean last = table.place(drop.column()) == table.columns() - 1;
            return table.indexed(drop.column()) || !last ? METADATA : INSTANT;
        }
        if (table.inPrimaryKey(drop.column()) || table.sortedBy(drop.column())) {
            return table.newPrimaryKey().isEmpty() ? COPY : rebuild();
        }
        return instant(false) && !table.indexed(drop.column()) && !besideInplace() ? INSTANT : rebuild();
    }

    @Override
    public Altered table() {
        return table;
    }

    @Override
    public Online copied() {
        return COPY;
    }

    @Override
    public Online changeColumn(ChangeColumn change) {
        return new MysqlColumnDdl(this).changed(change);
    }

    @Override
    public Online convertCharset(MysqlOperation.ConvertCharset convert) {
        return new MysqlColumnDdl(this).converted(convert);
    }

    @Override
    public Online renameColumn(TableOperation.RenameColumn rename) {
        return renamed(rename.column());
    }

    Online renamed(String column) {
        return table.version().atLeast(8, 0, 28) && !table.referenced(column) ? INSTANT : METADATA;
    }

    @Override
    public Online setDefault() {
        return table.version().atLeast(8, 0, 12) ? INSTANT : METADATA;
    }

    @Override
    public Online addIndex(IndexOperation.CreateIndex create) {
        if (!table.isInnodb()) {
            return COPY;
        }
        return switch (create.method()) {
            case "fulltext" -> table.hasDocumentId() ? BUILD.shared() : REBUILD.shared();
            case "spatial" -> BUILD.shared();
            default -> {
                boolean evaluates = create.computed() || table.also(o -> addsVirtual(o, create));
                boolean sorts = create.unique() && table.unsorted() && table.notNull(create.columns());
                yield sorts && !create.computed() ? rebuild() : evaluates ? BUILD.shared() : BUILD;
            }
        };
    }

    private static boolean addsVirtual(Operation operation, IndexOperation.CreateIndex create) {
        return operation instanceof TableOperation.AddColumn add
                && add.definition().generated().equals("virtual")
                && create.columns().contains(add.definition().name());
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
    public Online addConstraint(ConstraintDefinition constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> primaryKey(constraint.columns());
            case UNIQUE, EXCLUDE -> table.isInnodb() ? BUILD : COPY;
            case FOREIGN_KEY -> table.foreignKeyChecks() ? COPY : METADATA;
            case CHECK -> check(constraint.enforced());
            case NOT_NULL -> COPY;
        };
    }

    private Online primaryKey(List<String> columns) {
        boolean replaces = table.also(o -> o instanceof MysqlOperation.DropPrimaryKey);
        if (replaces && table.primaryKeyIs(columns)) {
            return INSTANT;
        }
        return table.strict() || table.notNull(columns) ? rebuild() : COPY;
    }

    /** Before 8.0.16 the clause was read and forgotten. */
    private Online check(boolean enforced) {
        return enforced && table.version().atLeast(8, 0, 16) ? COPY : INSTANT;
    }

    @Override
    public Online dropConstraint(String constraint) {
        ConstraintKind kind =
                table.constraint(constraint).map(ConstraintFacts::kind).orElse(ConstraintKind.UNIQUE);
        return switch (kind) {
            case PRIMARY_KEY -> dropPrimaryKey();
            case CHECK -> INSTANT;
            default -> METADATA;
        };
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
            case "ENGINE" -> table.isInnodb() && option.value().equals("innodb") ? rebuildAlone() : COPY;
            case "ROW_FORMAT", "KEY_BLOCK_SIZE", "TABLESPACE" -> rebuild();
            case "ENCRYPTION" -> COPY;
            // InnoDB notes them (measured on 9.7); pages to come are compressed.
            case "COMPRESSION", "UNION", "INSERT_METHOD" -> table.isInnodb() ? METADATA : COPY;
            default -> METADATA;
        };
    }

    @Override
    public Online setCharset() {
        return METADATA;
    }

    @Override
    public Online rebuildAlone() {
        return rebuild();
    }

    @Override
    public Online renameTable() {
        return table.version().atLeast(8, 0, 12) ? INSTANT : METADATA;
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

    @Override
    public Online switchKeys() {
        return INSTANT;
    }

    /** INPLACE gives up what is instant. */
    @Override
    public Online demanded(MysqlOperation.DemandAlgorithm demand) {
        Algorithm algorithm = demand.algorithm();
        Online online = algorithm == null || algorithm == Algorithm.INSTANT
                ? INSTANT
                : algorithm == Algorithm.COPY ? COPY : METADATA;
        return demand.lock() == null ? online : online.under(demand.lock());
    }

    @Override
    public Online permitted(Online best) {
        boolean chosen = table.also(o -> o instanceof MysqlOperation.DemandAlgorithm d && d.algorithm() != null);
        return table.copiesAlways() && !chosen ? best.and(COPY) : best;
    }

    /** In place where InnoDB can and no FULLTEXT index must survive; the manual says that a cascading key forbids writes. */
    private Online rebuild() {
        if (!table.isInnodb() || table.keepsFulltext()) {
            return COPY;
        }
        boolean cascades = table.cascades() && !table.version().atLeast(9, 0, 0);
        return cascades || table.hasSpatial() ? REBUILD.shared() : REBUILD;
    }
}
