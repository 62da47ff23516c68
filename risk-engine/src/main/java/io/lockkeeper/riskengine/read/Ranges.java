package io.lockkeeper.riskengine.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;

/** Columns between two whole numbers that are near each other, by {@code a >= 1000 AND a < 2000}. */
final class Ranges {
    private final Map<String, Long> least = new HashMap<>();
    private final Map<String, Long> most = new HashMap<>();

    private Ranges() {}

    static List<String> few(Expression where) {
        Ranges ranges = new Ranges();
        ranges.collect(where);
        return ranges.least.entrySet().stream()
                .filter(from -> ranges.most.containsKey(from.getKey()))
                .filter(from ->
                        ranges.most.getOrDefault(from.getKey(), Long.MAX_VALUE) - from.getValue() <= FewValues.HANDFUL)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private void collect(Expression where) {
        switch (where) {
            case AndExpression and -> {
                collect(and.getLeftExpression());
                collect(and.getRightExpression());
            }
            case ParenthesedExpressionList<?> group when group.size() == 1 -> collect(group.getFirst());
            case GreaterThan more -> bound(more, least, most);
            case GreaterThanEquals more -> bound(more, least, most);
            case MinorThan less -> bound(less, most, least);
            case MinorThanEquals less -> bound(less, most, least);
            default -> {}
        }
    }

    /** A later bound replaces an earlier one: of several any will do. */
    private static void bound(BinaryExpression comparison, Map<String, Long> left, Map<String, Long> right) {
        Expression one = comparison.getLeftExpression();
        Expression other = comparison.getRightExpression();
        if (one instanceof Column column && number(other)) {
            left.put(Chosen.name(column), ((LongValue) other).getValue());
        } else if (other instanceof Column column && number(one)) {
            right.put(Chosen.name(column), ((LongValue) one).getValue());
        }
    }

    private static boolean number(Expression value) {
        return value instanceof LongValue whole && whole.getStringValue().matches("\\d{1,17}");
    }
}
