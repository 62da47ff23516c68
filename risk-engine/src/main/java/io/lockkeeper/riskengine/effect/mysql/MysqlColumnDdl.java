package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangeColumn;
import java.util.Optional;

import static io.lockkeeper.riskengine.effect.mysql.Online.COPY;
import static io.lockkeeper.riskengine.effect.mysql.Online.INSTANT;
import static io.lockkeeper.riskengine.effect.mysql.Online.METADATA;
import static io.lockkeeper.riskengine.effect.mysql.Online.REBUILD;

/** What MySQL 8.0-9.x chooses for a column that is defined anew, and for another character set of all of them. */
final class MysqlColumnDdl {
    private final MysqlDdl ddl;
    private final Altered table;

    MysqlColumnDdl(MysqlDdl ddl) {
        this.ddl = ddl;
        this.table = ddl.table();
    }

    Online changed(ChangeColumn change) {
        Optional<ColumnChange> known = ColumnChange.of(change, table);
        if (known.isEmpty()) {
            return COPY;
        }
        ColumnChange column = known.get();
        ColumnFacts old = table.column(change.column()).orElseThrow();
        Online online = column.renames() ? ddl.renamed(change.column()) : INSTANT;
        boolean computed = old.generated().equals("virtual") || old.generated().equals("stored");
        boolean bytes = column.type() == TypeWidth.OTHER && becomesBytes(old, change.definition());
        if ((column.type() == TypeWidth.OTHER && !bytes) || column.regenerated() || computed) {
            return COPY; // Whether the expression stays the same is not told.
        }
        for (ConstraintDefinition constraint : change.definition().constraints()) {
            online = online.and(ddl.addConstraint(constraint));
        }
        if (bytes) {
            online = online.and(METADATA);
        }
        if (column.recharset() || column.recollated()) {
            online = online.and(
                    recoded(old, change.definition().type(), change.definition().collation()));
        }
        if (column.type() == TypeWidth.LONGER && !table.isInnodb()) {
            return COPY;
        }
        if (column.toNull() && table.sortedBy(change.column())) {
            return COPY;
        }
        if (column.type() == TypeWidth.LONGER) {
            online = online.and(
                    Recoding.crosses(old, change.definition().type(), "", table, MysqlColumnDdl::crosses)
                            ? COPY
                            : METADATA);
        }
        if (column.toNotNull()) {
            online = online.and(table.strict() ? ddl.rebuildAlone() : COPY);
        }
        Online rebuilt = column.toNull() || column.moves() ? online.and(ddl.rebuildAlone()) : online;
        // A CHAR that gets another collation and loses NOT NULL at once keeps writes out (measured on 9.7).
        return column.toNull() && column.recollated() && old.type().startsWith("char") ? rebuilt.shared() : rebuilt;
    }

    /** The length of a value takes one byte up to 255 bytes, two above: crossing that border is a copy. */
    private static boolean crosses(int before, int after) {
        return before <= 255 && after > 255;
    }

    /** Another collation, or a character set that contains the old one, where no index is sorted by it (measured on 9.7). */
    private Online recoded(ColumnFacts old, String type, String collation) {
        String before = Charsets.collation(old.collation(), table.collation());
        String after = Charsets.collation(collation, table.collation());
        boolean contained = Charsets.of(before).equals(Charsets.of(after)) || Recoding.widens(before, after);
        boolean fits = contained && !Recoding.crosses(old, type, after, table, MysqlColumnDdl::crosses);
        return fits && !table.indexed(old.name()) && table.version().atLeast(9, 0, 0) ? METADATA : COPY;
    }

    /** VARCHAR to a VARBINARY that has room for its bytes (measured on 9.7). */
    private boolean becomesBytes(ColumnFacts old, ColumnDefinition next) {
        int each = Charsets.maxBytes(Charsets.collation(old.collation(), table.collation()));
        int before = TypeWidth.bytes(old.type(), each);
        int after = TypeWidth.bytes(next.type(), 1);
        return each > 0
                && old.type().startsWith("varchar")
                && next.type().startsWith("varbinary")
                && after >= before
                && !crosses(before, after)
                && !table.indexed(old.name())
                && table.version().atLeast(9, 0, 0);
    }

    /** CONVERT writes these anew, MODIFY does not (measured on 9.7). */
    private static boolean padded(ColumnFacts column) {
        return column.type().startsWith("char") || column.type().endsWith("text");
    }

    Online converted(MysqlOperation.ConvertCharset convert) {
        Online online = METADATA;
        for (ColumnFacts column : table.texts()) {
            String before = Charsets.collation(column.collation(), table.collation());
            boolean same = Charsets.of(before).equals(Charsets.of(convert.collation()))
                    && !Charsets.differs(before, convert.collation());
            boolean promotes = Recoding.promotes(column, before, convert.collation());
            Online recoded = promotes ? COPY : recoded(column, column.type(), convert.collation());
            online = same ? online : online.and(padded(column) ? recoded.and(REBUILD.shared()) : recoded);
        }
        return table.columns() == 0 ? COPY : online;
    }
}
