package io.lockkeeper.riskengine.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/** Conditions that look like a choice and make none. A column that equals itself counts, although a NULL does not. */
final class Tautology {
    private Tautology() {}

    /** Columns which, when they are NOT NULL, make it hold for every row; null when it makes a choice. */
    static @Nullable List<String> everyIf(@Nullable Expression where) {
        return switch (where) {
            case null -> List.of();
            case ParenthesedExpressionList<?> group when group.size() == 1 -> everyIf(group.getFirst());
            case AndExpression and -> both(everyIf(and.getLeftExpression()), everyIf(and.getRightExpression()));
            case OrExpression or -> either(everyIf(or.getLeftExpression()), everyIf(or.getRightExpression()));
            case NotExpression not -> constant(not.getExpression(), false) ? List.of() : null;
            case EqualsTo equal -> same(equal) ? List.of() : null;
            case GreaterThanEquals least -> same(least) ? List.of() : null;
            case MinorThanEquals most -> same(most) ? List.of() : null;
            case IsNullExpression there
            when there.isNot() && there.getLeftExpression() instanceof Column column -> List.of(Chosen.name(column));
            default -> constant(where, true) ? List.of() : null;
        };
    }

    /** No row at all: {@code 1 = 0}, FALSE, and what AND and OR make of it. */
    static boolean never(Expression where) {
        return switch (where) {
            case ParenthesedExpressionList<?> group when group.size() == 1 -> never(group.getFirst());
            case AndExpression and -> never(and.getLeftExpression()) || never(and.getRightExpression());
            case OrExpression or -> never(or.getLeftExpression()) && never(or.getRightExpression());
            case EqualsTo equal ->
                equal.getLeftExpression() instanceof LongValue one
                        && equal.getRightExpression() instanceof LongValue other
                        && !one.getBigIntegerValue().equals(other.getBigIntegerValue());
            default -> constant(where, false);
        };
    }

    private static @Nullable List<String> both(@Nullable List<String> one, @Nullable List<String> other) {
        if (one == null || other == null) {
            return null;
        }
        List<String> columns = new ArrayList<>(one);
        columns.addAll(other);
        return columns;
    }

    /** What asks less of the columns. */
    private static @Nullable List<String> either(@Nullable List<String> one, @Nullable List<String> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.size() <= other.size() ? one : other;
    }

    /** The same column, or the same number, on both sides; what strings say is not in the text that the parser reads. */
    private static boolean same(BinaryExpression comparison) {
        Expression left = comparison.getLeftExpression();
        Expression right = comparison.getRightExpression();
        if (left instanceof Column one && right instanceof Column other) {
            boolean qualified = one.getTable() != null && other.getTable() != null;
            return Chosen.name(one).equals(Chosen.name(other))
                    && (!qualified || text(one.getTable()).equals(text(other.getTable())));
        }
        return left instanceof LongValue
                && right instanceof LongValue
                && text(left).equals(text(right));
    }

    /** The parser takes bare TRUE and FALSE for columns in some places. */
    private static boolean constant(Expression expression, boolean truth) {
        return switch (expression) {
            case LongValue number -> number.getStringValue().matches("0+") != truth;
            case BooleanValue word -> word.getValue() == truth;
            case Column column -> text(column).equals(Boolean.toString(truth));
            case ParenthesedExpressionList<?> group when group.size() == 1 -> constant(group.getFirst(), truth);
            default -> false;
        };
    }

    private static String text(Object part) {
        return part.toString().replaceAll("[`\"]", "").toLowerCase(Locale.ROOT);
    }
}
