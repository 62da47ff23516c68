package io.lockkeeper.riskengine.read;

import java.util.Locale;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
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
        return tables && !subquery && ((where != null && never(where)) || Chosen.rows(plain.getLimit()) == 0);
    }

    /** Numbers alone: what strings say is not in the text that the parser reads. */
    private static boolean never(Expression where) {
        return switch (where) {
            case ParenthesedExpressionList<?> group when group.size() == 1 -> never(group.getFirst());
            case AndExpression and -> never(and.getLeftExpression()) || never(and.getRightExpression());
            case OrExpression or -> never(or.getLeftExpression()) && never(or.getRightExpression());
            case EqualsTo equal
            when equal.getLeftExpression() instanceof LongValue left
                    && equal.getRightExpression() instanceof LongValue right ->
                !left.getBigIntegerValue().equals(right.getBigIntegerValue());
            case LongValue number -> number.getStringValue().matches("0+");
            case BooleanValue word -> !word.getValue();
            // The parser takes a bare FALSE for a column in some places.
            case Column column -> column.getFullyQualifiedName().equalsIgnoreCase("false");
            default -> false;
        };
    }
}
