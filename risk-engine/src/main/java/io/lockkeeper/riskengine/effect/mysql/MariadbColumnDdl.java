package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangeColumn;
import java.util.Optional;

import static io.lockkeeper.riskengine.effect.mysql.Online.BUILD;
import static io.lockkeeper.riskengine.effect.mysql.Online.INSTANT;

/** What MariaDB 10.6-11.8 chooses for a column that is defined anew, and for another character set of all of them. */
final class MariadbColumnDdl {
    private final MariadbDdl ddl;
    private final Altered table;

    MariadbColumnDdl(MariadbDdl ddl) {
        this.ddl = ddl;
        this.table = ddl.table();
    }

    Online changed(ChangeColumn change) {
        Optional<ColumnChange> known = ColumnChange.of(change, table);
        if (known.isEmpty()) {
            return ddl.copied();
        }
        ColumnChange column = known.get();
        ColumnFacts old = table.column(change.column()).orElseThrow();
        if (change.definition().generated().equals("identity") && column.regenerated()) {
            return Online.COPY;
        }
        boolean stored = old.generated().equals("stored"); // Whether the expression stays the same is not told.
        boolean virtual = old.generated().equals("virtual");
        if (column.type() == TypeWidth.OTHER || column.regenerated() || stored || unchecks(change, table)) {
            return ddl.copied();
        }
        ColumnFacts anew = old.typed(change.definition().type());
        String collation = change.definition().collation();
        if (table.hashes(c -> c.name().equals(change.column()) ? anew.collated(collation) : c)) {
            return ddl.copied();
        }
        Online online = INSTANT;
        for (ConstraintDefinition constraint : change.definition().constraints()) {
            // A CHECK at a changed column is not tried on the rows that are there.
            online = constraint.kind() == ConstraintKind.CHECK ? online : online.and(ddl.addConstraint(constraint));
        }
        if (column.recharset() || column.recollated()) {
            online = online.and(
                    recoded(old, change.definition().type(), change.definition().collation()));
        }
        if (column.type() == TypeWidth.LONGER && !table.isInnodb()) {
            return ddl.copied();
        }
        if (column.type() == TypeWidth.LONGER && !table.redundant()) {
            boolean crosses = Recoding.crosses(old, change.definition().type(), "", table, MariadbColumnDdl::crosses);
            online = online.and(crosses ? ddl.copied() : INSTANT);
        }
        if (column.toNotNull()) {
            online = online.and(
                    table.hasGenerated("stored") || table.indexesVirtual() ? ddl.copied() : ddl.rebuildAlone());
        }
        if (column.toNull()) {
            boolean sorts = table.sortedBy(change.column());
            online = online.and(sorts ? ddl.copied() : table.redundant() ? INSTANT : ddl.rebuildAlone());
        }
        if (column.moves()) {
            online = online.and(virtual ? ddl.copied() : moved(change));
        }
        return online;
    }

    private Online moved(ChangeColumn change) {
        String position = change.definition().position();
        int from = table.place(change.column());
        int to = position == null ? from : position.equals("first") ? 0 : table.place(position) + 1;
        if (table.virtualBetween(from, to)) {
            return ddl.copied();
        }
        return ddl.instant(false) && !besideInplaceOther(change) ? INSTANT : ddl.rebuildAlone();
    }

    /** What makes this very change dear must not be asked of it again. */
    private boolean besideInplaceOther(ChangeColumn change) {
        return Beside.inplace(table.without(change), MariadbDdl::new);
    }

    /** A CHECK at the column, such as the one of JSON, is not written again. */
    static boolean unchecks(ChangeColumn change, Altered table) {
        boolean checked = table.constraint(change.column())
                .map(c -> c.kind() == ConstraintKind.CHECK)
                .orElse(false);
        boolean json = change.definition().type().equals("longtext")
                && change.definition().collation().equals("utf8mb4_bin");
        return checked && !json && !change.definition().has(ConstraintKind.CHECK);
    }

    /**
     * Another collation sorts the indexes anew (FULLTEXT: measured on 10.11 to 11.8); utf8mb4 keeps the bytes of utf8mb3. ENUM
     * and SET are always copied (measured there too).
     */
    private Online recoded(ColumnFacts old, String type, String collation) {
        String before = Charsets.collation(old.collation(), table.collation());
        String after = Charsets.collation(collation, table.collation());
        if (!table.isInnodb() || old.type().startsWith("enum(") || old.type().startsWith("set(")) {
            return ddl.copied();
        }
        if (Charsets.of(before).equals(Charsets.of(after))) {
            if (table.searchable(old.name())) {
                return old.type().endsWith("text") ? ddl.copied() : BUILD.shared();
            }
            return table.indexed(old.name()) ? BUILD : INSTANT;
        }
        boolean fits = Recoding.widens(before, after)
                && (table.redundant() || !Recoding.crosses(old, type, after, table, MariadbColumnDdl::crosses));
        return fits ? INSTANT : ddl.copied();
    }

    /** Up to 127 bytes a length byte has room to grow; from 128 to 255 it has none (measured: 127 → 300 yes, 128 → 256 no). */
    private static boolean crosses(int before, int after) {
        return before > 127 && before <= 255 && after > 255;
    }

    Online converted(MysqlOperation.ConvertCharset convert) {
        Online online = INSTANT;
        for (ColumnFacts column : table.texts()) {
            String before = Charsets.collation(column.collation(), table.collation());
            boolean same = Charsets.of(before).equals(Charsets.of(convert.collation()))
                    && !Charsets.differs(before, convert.collation());
            boolean promotes = Recoding.promotes(column, before, convert.collation());
            online = same
                    ? online
                    : online.and(promotes ? ddl.copied() : recoded(column, column.type(), convert.collation()));
        }
        boolean hashes = table.hashes(
                c -> c.collation().isEmpty() && !Charsets.hasCharset(c.type()) ? c : c.collated(convert.collation()));
        return table.columns() == 0 || hashes ? ddl.copied() : online;
    }
}
