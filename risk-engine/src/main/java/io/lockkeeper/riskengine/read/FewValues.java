package io.lockkeeper.riskengine.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.ArrayConstructor;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Which expressions and queries of one UPDATE or DELETE can only have a handful of values. */
final class FewValues {
    /** A list or a range with more values is no handful any more. */
    static final int HANDFUL = 10_000;

    /** Built in, and always the same for the same arguments. */
    private static final Set<String> IMMUTABLE =
            Set.of("lower", "upper", "concat", "md5", "sha1", "sha2", "sha256", "unhex", "uuid_to_bin");

    private final String table;
    private final String alias;
    private final Set<String> queries = new HashSet<>();
    private final Map<String, Set<String>> columns = new HashMap<>();
    private final Set<String> beside = new HashSet<>();

    /**
     * Of one statement.
     *
     * @param with its queries with names
     * @param others what it reads beside the table, by FROM or USING
     */
    FewValues(Table table, @Nullable List<? extends WithItem<?>> with, @Nullable List<? extends FromItem> others) {
        this.table = table.getFullyQualifiedName();
        this.alias =
                table.getAlias() == null ? table.getName() : table.getAlias().getName();
        if (with != null) {
            with.forEach(this::add);
        }
        if (others != null) {
            others.forEach(this::add);
        }
    }

    private void add(WithItem<?> item) {
        if (item.isRecursive() || item.getSelect() == null) {
            return;
        }
        if (inner(item.getSelect()) instanceof PlainSelect plain && few(plain, queries)) {
            Set<String> names = new HashSet<>();
            for (SelectItem<?> selected : plain.getSelectItems()) {
                if (selected.getAlias() != null) {
                    names.add(selected.getAlias().getName());
                } else if (selected.getExpression() instanceof Column column) {
                    names.add(column.getColumnName());
                }
            }
            String name = item.getUnquotedAliasName();
            queries.add(name);
            columns.put(name, item.getWithItemList() == null ? names : Set.of());
        }
    }

    /** Under its alias alone, if it has one. */
    private void add(FromItem item) {
        boolean few = item instanceof Table from
                ? queries.contains(from.getFullyQualifiedName())
                : item.getClass() == ParenthesedSelect.class
                        && inner((Select) item) instanceof PlainSelect plain
                        && few(plain, queries);
        if (few) {
            beside.add(item.getAlias() != null ? item.getAlias().getName() : String.valueOf(item));
        }
    }

    /** A literal or a parameter, whatever it is cast to, or what is computed of them alone. */
    static boolean constant(Expression value) {
        return switch (value) {
            case LongValue ignored -> true;
            case StringValue ignored -> true;
            case JdbcParameter ignored -> true;
            case SignedExpression signed -> signed.getExpression() instanceof LongValue;
            case CastExpression cast -> cast.getLeftExpression() != null && constant(cast.getLeftExpression());
            case ParenthesedExpressionList<?> group -> group.size() == 1 && constant(group.getFirst());
            case Function function ->
                IMMUTABLE.contains(function.getName().toLowerCase(Locale.ROOT))
                        && function.getParameters() != null
                        && function.getParameters().stream().allMatch(FewValues::constant);
            default -> false;
        };
    }

    /** A literal, or a row of them. */
    static boolean constants(Expression value) {
        return constant(value)
                || (value instanceof ExpressionList<?> row && row.stream().allMatch(FewValues::constant));
    }

    /** {@code ANY (…)} of an array of literals, or of a query with a LIMIT. */
    boolean any(Expression value) {
        return switch (value) {
            case Function function ->
                (function.getName().equalsIgnoreCase("any")
                                || function.getName().equalsIgnoreCase("some"))
                        && only(function) instanceof Expression array
                        && array(array);
            case AnyComparisonExpression any -> any.getAnyType() != AnyType.ALL && limited(any.getSelect());
            default -> false;
        };
    }

    private static @Nullable Expression only(Function function) {
        ExpressionList<?> parameters = function.getParameters();
        return parameters != null && parameters.size() == 1 ? parameters.getFirst() : null;
    }

    private boolean array(Expression array) {
        return switch (array) {
            case ArrayConstructor list ->
                list.getExpressions().size() <= HANDFUL
                        && list.getExpressions().stream().allMatch(FewValues::constant);
            case CastExpression cast -> cast.getLeftExpression() != null && array(cast.getLeftExpression());
            case StringValue text ->
                text.getValue().chars().filter(c -> c == ',').count() < HANDFUL;
            case Function function ->
                function.getName().equalsIgnoreCase("array")
                        && only(function) instanceof Select query
                        && limited(query);
            case ParenthesedExpressionList<?> group -> group.size() == 1 && array(group.getFirst());
            default -> false;
        };
    }

    /** A query inside a condition that gives few rows, and the same ones for every row that is asked about. */
    boolean limited(@Nullable Select query) {
        return query != null && inner(query) instanceof PlainSelect plain && few(plain, queries) && independent(plain);
    }

    private static Select inner(Select query) {
        return query instanceof ParenthesedSelect group && group.getLimit() == null ? group.getSelect() : query;
    }

    /** It has a LIMIT of its own, or gives the rows of one that has. */
    private static boolean few(PlainSelect query, Set<String> few) {
        long rows = Chosen.rows(query.getLimit());
        return (rows >= 0 && rows <= HANDFUL)
                || ((query.getJoins() == null || query.getJoins().isEmpty())
                        && query.getFromItem() instanceof Table from
                        && few.contains(from.getFullyQualifiedName()));
    }

    /**
     * Nothing in it can be a column of the row that is asked about: bare names are columns of the same table or of a query
     * that has them, others say whose they are.
     */
    private boolean independent(PlainSelect query) {
        if (!(query.getFromItem() instanceof Table from)
                || (query.getJoins() != null && !query.getJoins().isEmpty())) {
            return false;
        }
        String name = from.getFullyQualifiedName();
        String called =
                from.getAlias() == null ? from.getName() : from.getAlias().getName();
        Set<String> bare = name.equals(table) ? null : columns.getOrDefault(name, Set.of());
        boolean[] own = {true};
        ExpressionVisitorAdapter<Void> visitor = new ExpressionVisitorAdapter<>() {
            @Override
            public <S> Void visit(Column column, S context) {
                Table of = column.getTable();
                own[0] &= of == null
                        ? bare == null || bare.contains(column.getColumnName())
                        : of.getFullyQualifiedName().equals(called) && !called.equals(alias);
                return null;
            }

            @Override
            public <S> Void visit(Select nested, S context) {
                own[0] = false;
                return null;
            }
        };
        query.getSelectItems().forEach(item -> item.getExpression().accept(visitor, null));
        if (query.getWhere() != null) {
            query.getWhere().accept(visitor, null);
        }
        return own[0] && query.getHaving() == null && query.getGroupBy() == null;
    }

    /** Whether the expression is a column of something beside the table that has few rows. */
    boolean column(Expression value) {
        return value instanceof Column column
                && column.getTable() != null
                && beside.contains(column.getTable().getFullyQualifiedName());
    }
}
