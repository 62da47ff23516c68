package io.lockkeeper.riskengine.read;

import java.util.Locale;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Queries that give columns and read no row: {@code SELECT * FROM t WHERE 1 = 0}, or {@code LIMIT 0}. */
final class NoRows {
    private NoRows() {}

    /** For certain: of tables alone, so that nothing is read to find what to read. */
    static boolean reads(@Nullable Select select) {
        if (!(select instanceof PlainSelect plain)
                || !(plain.getFromItem() instanceof Table)
                || plain.getWithItemsList() != null) {
            return false;
        }
        boolean tables = plain.getJoins() == null
                || plain.getJoins().stream().map(Join::getFromItem).allMatch(Table.class::isInstance);
        Expression where = plain.getWhere();
        boolean subquery = plain.toString().toUpperCase(Locale.ROOT).lastIndexOf("SELECT") > 0;
        return tables && !subquery && ((where != null && Tautology.never(where)) || Chosen.rows(plain.getLimit()) == 0);
    }
}
