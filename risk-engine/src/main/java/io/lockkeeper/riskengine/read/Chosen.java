package io.lockkeeper.riskengine.read;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a WHERE chooses, as far as that bounds their number.
 *
 * @param pinned columns that must equal one of a few constants; if a unique key is among them, so are the rows few
 * @param atMost rows by LIMIT, also of the subquery that the key must be in; -1 when nothing says so
 */
record Chosen(List<String> pinned, long atMost) {
    /** A list or a range with more values is no handful any more. */
    private static final int HANDFUL = 10_000;

    /** Nothing bounds the number of rows. */
    static final Chosen UNBOUNDED = new Chosen(List.of(), -1);

    static Chosen of(@Nullable Expression where, @Nullable Limit limit) {
        List<String> pinned = new ArrayList<>();
        long[] atMost = {rows(limit)};
        if (where != null) {
            collect(where, pinned, atMost);
        }
        return new Chosen(List.copyOf(pinned), atMost[0]);
    }

    /** A condition that looks at no column, such as {@code 1 = 1}, chooses nothing. */
    static boolean filtered(@Nullable Expression where) {
        if (where == null) {
            return false;
        }
        boolean[] looks = {false};
        where.accept(new ExpressionVisitorAdapter<Void>() {
            @Override
            public <S> Void visit(Column column, S context) {
                looks[0] |= !literal(column);
                return super.visit(column, context);
            }

            @Override
            public <S> Void visit(Select select, S context) {
                looks[0] = true;
                return super.visit(select, context);
            }
        });
        return looks[0];
    }

    /** The parser takes bare TRUE and FALSE for columns in some places, and MySQL's variables. */
    private static boolean literal(Column column) {
        String name = column.getFullyQualifiedName().toLowerCase(Locale.ROOT);
        return name.equals("true") || name.equals("false") || name.equals("null") || name.startsWith("@");
    }

    private static void collect(Expression where, List<String> pinned, long[] atMost) {
        switch (where) {
            case AndExpression and -> {
                collect(and.getLeftExpression(), pinned, atMost);
                collect(and.getRightExpression(), pinned, atMost);
            }
            case ParenthesedExpressionList<?> group when group.size() == 1 -> collect(group.getFirst(), pinned, atMost);
            case EqualsTo equal -> equal(equal, pinned);
            case InExpression in when !in.isNot() -> in(in, pinned, atMost);
            case Between between when !between.isNot() -> between(between, pinned);
            default -> {}
        }
    }

    private static void equal(BinaryExpression equal, List<String> pinned) {
        Expression left = equal.getLeftExpression();
        Expression right = equal.getRightExpression();
        if (left instanceof Column column && constant(right)) {
            pinned.add(name(column));
        } else if (right instanceof Column column && constant(left)) {
            pinned.add(name(column));
        }
    }

    private static void in(InExpression in, List<String> pinned, long[] atMost) {
        if (!(in.getLeftExpression() instanceof Column column)) {
            return;
        }
        Expression list = in.getRightExpression();
        if (list instanceof ExpressionList<?> values
                && values.size() <= HANDFUL
                && values.stream().allMatch(Chosen::constant)) {
            pinned.add(name(column));
        } else if (list instanceof Select query) {
            long rows = rows(
                    query instanceof ParenthesedSelect group ? group.getSelect().getLimit() : query.getLimit());
            atMost[0] = atMost[0] < 0 ? rows : rows < 0 ? atMost[0] : Math.min(rows, atMost[0]);
        }
    }

    private static void between(Between between, List<String> pinned) {
        if (between.getLeftExpression() instanceof Column column
                && between.getBetweenExpressionStart() instanceof LongValue from
                && between.getBetweenExpressionEnd() instanceof LongValue to
                && to.getBigIntegerValue().subtract(from.getBigIntegerValue()).compareTo(BigInteger.valueOf(HANDFUL))
                        <= 0) {
            pinned.add(name(column));
        }
    }

    private static boolean constant(Expression value) {
        return value instanceof LongValue || value instanceof StringValue || value instanceof JdbcParameter;
    }

    private static String name(Column column) {
        String bare = column.getColumnName();
        return bare.startsWith("\"") || bare.startsWith("`")
                ? bare.substring(1, bare.length() - 1)
                : bare.toLowerCase(Locale.ROOT);
    }

    private static long rows(@Nullable Limit limit) {
        return limit != null
                        && limit.getRowCount() instanceof LongValue count
                        && count.getStringValue().length() < 18
                ? count.getValue()
                : -1;
    }
}
