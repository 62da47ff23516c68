package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.DataOperation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a WHERE chooses, as far as that bounds their number.
 *
 * @param pinned columns, or {@code lower(column)} and its kind, that must equal one of a few values: constants, or the rows of a query with a LIMIT; if a unique
 *     key is among them, so are the rows few
 * @param atMost rows by the statement's own LIMIT; -1 when nothing says so
 */
record Chosen(List<String> pinned, long atMost) {
    /** Nothing bounds the number of rows. */
    static final Chosen UNBOUNDED = new Chosen(List.of(), -1);

    /** Which rows of the one table that a statement is about. */
    static DataOperation.Choice choice(@Nullable Expression where, @Nullable List<OrderByElement> order) {
        List<String> ordered = (order == null ? List.<OrderByElement>of() : order)
                .stream()
                        .map(OrderByElement::getExpression)
                        .filter(Column.class::isInstance)
                        .map(Column.class::cast)
                        .map(Chosen::name)
                        .toList();
        return new DataOperation.Choice(Tautology.everyIf(where), ordered);
    }

    static Chosen of(@Nullable Expression where, @Nullable Limit limit, FewValues few) {
        List<String> pinned = new ArrayList<>();
        if (where != null) {
            collect(where, pinned, few);
            pinned.addAll(Ranges.few(where));
        }
        return new Chosen(List.copyOf(pinned), where != null && Tautology.never(where) ? 0 : rows(limit));
    }

    /** Of a query of one table; its LIMIT counts where it can stop reading there. */
    static Chosen rowsOf(Select select) {
        if (!(select instanceof PlainSelect plain)
                || !(plain.getFromItem() instanceof Table table)
                || (plain.getJoins() != null && !plain.getJoins().isEmpty())) {
            return UNBOUNDED;
        }
        Chosen chosen = of(plain.getWhere(), plain.getLimit(), new FewValues(table, select.getWithItemsList(), null));
        boolean goesOn = plain.getGroupBy() != null
                || plain.getDistinct() != null
                || plain.getOrderByElements() != null
                || plain.getSelectItems().stream().anyMatch(item -> item.getExpression() instanceof Function);
        return goesOn ? new Chosen(chosen.pinned, -1) : chosen;
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

    private static void collect(Expression where, List<String> pinned, FewValues few) {
        switch (where) {
            case AndExpression and -> {
                collect(and.getLeftExpression(), pinned, few);
                collect(and.getRightExpression(), pinned, few);
            }
            case ParenthesedExpressionList<?> group when group.size() == 1 -> collect(group.getFirst(), pinned, few);
            case EqualsTo equal -> equal(equal, pinned, few);
            case InExpression in when !in.isNot() -> in(in, pinned, few);
            case Between between when !between.isNot() -> between(between, pinned);
            default -> {}
        }
    }

    private static void equal(BinaryExpression equal, List<String> pinned, FewValues few) {
        pin(equal.getLeftExpression(), equal.getRightExpression(), pinned, few);
        pin(equal.getRightExpression(), equal.getLeftExpression(), pinned, few);
    }

    private static void pin(Expression left, Expression right, List<String> pinned, FewValues few) {
        boolean value = FewValues.constant(right)
                || few.any(right)
                || few.column(right)
                || right instanceof Select query && few.limited(query);
        if (left instanceof Column column && !few.column(column) && value) {
            pinned.add(name(column));
        }
        if (left instanceof Function function
                && value
                && function.getParameters() != null
                && function.getParameters().size() == 1
                && function.getParameters().getFirst() instanceof Column column) {
            pinned.add(function.getName().toLowerCase(Locale.ROOT) + "(" + name(column) + ")");
        }
    }

    private static void in(InExpression in, List<String> pinned, FewValues few) {
        Expression left = in.getLeftExpression();
        Expression list = in.getRightExpression();
        boolean values = list instanceof ExpressionList<?> all
                && all.size() <= FewValues.HANDFUL
                && all.stream().allMatch(FewValues::constants);
        if (!values && !(list instanceof Select query && few.limited(query))) {
            return;
        }
        if (left instanceof Column column) {
            pinned.add(name(column));
        } else if (left instanceof ExpressionList<?> columns) {
            columns.stream()
                    .filter(Column.class::isInstance)
                    .map(Column.class::cast)
                    .forEach(column -> pinned.add(name(column)));
        }
    }

    private static void between(Between between, List<String> pinned) {
        if (between.getLeftExpression() instanceof Column column
                && between.getBetweenExpressionStart() instanceof LongValue from
                && between.getBetweenExpressionEnd() instanceof LongValue to
                && to.getBigIntegerValue()
                                .subtract(from.getBigIntegerValue())
                                .compareTo(BigInteger.valueOf(FewValues.HANDFUL))
                        <= 0) {
            pinned.add(name(column));
        }
    }

    static String name(Column column) {
        String bare = column.getColumnName();
        return bare.startsWith("\"") || bare.startsWith("`")
                ? bare.substring(1, bare.length() - 1)
                : bare.toLowerCase(Locale.ROOT);
    }

    static long rows(@Nullable Limit limit) {
        return limit != null
                        && limit.getRowCount() instanceof LongValue count
                        && count.getStringValue().length() < 18
                ? count.getValue()
                : -1;
    }
}
