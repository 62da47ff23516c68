package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition over columns of which some values are known: comparisons with literals, lists, IS NULL, AND, OR, NOT, as
 * people write them and as PostgreSQL prints them. Whatever else stands in it makes it unknown, which is no answer.
 */
public final class Condition {
    /** A value that nobody knows. */
    private static final Object UNKNOWN = new Object();

    /** SQL's NULL. */
    private static final Object NULL = new Object();

    private final List<Token> tokens;
    private final Function<String, Optional<String>> values;
    private int at;

    private Condition(List<Token> tokens, Function<String, Optional<String>> values) {
        this.tokens = tokens;
        this.values = values;
    }

    /**
     * Whether it is certainly false.
     *
     * @param values the literal of a column as SQL writes it, {@code NULL} among them; empty when it is not known
     */
    public static boolean fails(String condition, Function<String, Optional<String>> values) {
        try {
            Condition reading = new Condition(Lexer.tokens(condition), values);
            Object result = reading.or();
            return reading.at == reading.tokens.size() && Boolean.FALSE.equals(result);
        } catch (PlanRefused | Strange e) {
            return false;
        }
    }

    /** Something that this does not understand. */
    private static final class Strange extends RuntimeException {
        private static final long serialVersionUID = 1;

        Strange() {
            super(null, null, false, false);
        }
    }

    private Object or() {
        Object result = and();
        while (accept("OR")) {
            Object other = and();
            result = result.equals(true) || other.equals(true)
                    ? Boolean.TRUE
                    : result.equals(false) && other.equals(false) ? Boolean.FALSE : UNKNOWN;
        }
        return result;
    }

    private Object and() {
        Object result = not();
        while (accept("AND")) {
            Object other = not();
            result = result.equals(false) || other.equals(false)
                    ? Boolean.FALSE
                    : result.equals(true) && other.equals(true) ? Boolean.TRUE : UNKNOWN;
        }
        return result;
    }

    private Object not() {
        return accept("NOT") ? negated(not()) : predicate();
    }

    private static Object negated(Object truth) {
        return truth instanceof Boolean known ? !known : UNKNOWN;
    }

    private Object predicate() {
        Object left = operand();
        if (accept("IS")) {
            boolean not = accept("NOT");
            expect("NULL");
            return left == UNKNOWN ? UNKNOWN : (Object) (left == NULL != not);
        }
        boolean not = accept("NOT");
        if (accept("IN")) {
            Object in = among(left, list('(', ')'));
            return not ? negated(in) : in;
        }
        if (accept("BETWEEN")) {
            Object from = operand();
            expect("AND");
            Object to = operand();
            Object least = compared(left, ">=", from);
            Object most = compared(left, "<=", to);
            Object inside = least.equals(false) || most.equals(false)
                    ? Boolean.FALSE
                    : least.equals(true) && most.equals(true) ? Boolean.TRUE : UNKNOWN;
            return not ? negated(inside) : inside;
        }
        if (not) {
            throw new Strange();
        }
        String operator = operator();
        if (operator.isEmpty()) {
            return left instanceof Boolean ? left : UNKNOWN;
        }
        if (accept("ANY")) {
            return operator.equals("=") ? among(left, array()) : unknown();
        }
        return compared(left, operator, operand());
    }

    /** {@code (ARRAY['a'::text, 'b'::text])}, also as a whole cast to an array type. */
    private List<Object> array() {
        symbol('(');
        boolean inner = at < tokens.size() && tokens.get(at).isSymbol('(');
        if (inner) {
            symbol('(');
        }
        expect("ARRAY");
        List<Object> items = list('[', ']');
        if (inner) {
            symbol(')');
            cast();
        }
        symbol(')');
        return items;
    }

    private Object unknown() {
        throw new Strange();
    }

    private List<Object> list(char open, char close) {
        symbol(open);
        List<Object> items = new ArrayList<>();
        do {
            items.add(operand());
        } while (acceptSymbol(','));
        symbol(close);
        return items;
    }

    private static Object among(Object value, List<Object> list) {
        boolean sure = true;
        for (Object item : list) {
            Object same = compared(value, "=", item);
            if (same.equals(true)) {
                return true;
            }
            sure &= same.equals(false);
        }
        return sure ? Boolean.FALSE : UNKNOWN;
    }

    private Object operand() {
        if (acceptSymbol('(')) {
            Object inner = or();
            symbol(')');
            cast();
            return inner;
        }
        boolean negative = acceptSymbol('-');
        Token token = next();
        Object value =
                switch (token.kind()) {
                    case NUMBER -> number(negative ? "-" + token.text() : token.text());
                    case STRING -> text(token.text());
                    case WORD, QUOTED_NAME -> word(token);
                    default -> throw new Strange();
                };
        if (at < tokens.size() && tokens.get(at).isSymbol('(')) {
            // A call.
            throw new Strange();
        }
        cast();
        return value;
    }

    private Object word(Token token) {
        if (token.is("TRUE") || token.is("FALSE")) {
            return token.is("TRUE");
        }
        if (token.is("NULL")) {
            return NULL;
        }
        String column = token.kind() == Token.Kind.WORD
                ? token.text().toLowerCase(Locale.ROOT)
                : token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"");
        return values.apply(column).map(Condition::literal).orElse(UNKNOWN);
    }

    /** What a default or another literal is worth; unknown when it is computed. */
    private static Object literal(String expression) {
        try {
            Condition reading = new Condition(Lexer.tokens(expression), column -> Optional.empty());
            Object value = reading.operand();
            return reading.at == reading.tokens.size() ? value : UNKNOWN;
        } catch (PlanRefused | Strange e) {
            return UNKNOWN;
        }
    }

    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new Strange();
        }
    }

    private static Object text(String quoted) {
        if (!quoted.startsWith("'") || quoted.contains("\\")) {
            throw new Strange();
        }
        return quoted.substring(1, quoted.length() - 1).replace("''", "'");
    }

    /** Texts of numbers are numbers for a column of numbers: not compared. */
    private static Object compared(Object left, String operator, Object right) {
        if (left == UNKNOWN || right == UNKNOWN || left == NULL || right == NULL) {
            return UNKNOWN;
        }
        boolean equality = operator.equals("=") || operator.equals("<>") || operator.equals("!=");
        Integer order = left instanceof BigDecimal one && right instanceof BigDecimal other
                ? (Integer) one.compareTo(other)
                : equality && left.getClass() == right.getClass() ? (Integer) (left.equals(right) ? 0 : 1) : null;
        return order == null ? UNKNOWN : holds(order, operator);
    }

    private static Object holds(int order, String operator) {
        return switch (operator) {
            case "=" -> order == 0;
            case "<>", "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> UNKNOWN;
        };
    }

    private String operator() {
        StringBuilder operator = new StringBuilder();
        while (at < tokens.size() && "<>=!".contains(tokens.get(at).text())) {
            operator.append(next().text());
        }
        return operator.toString();
    }

    /** {@code ::text[]}: what it makes of the value is taken for the value. */
    private void cast() {
        while (at < tokens.size() && tokens.get(at).text().equals("::")) {
            at++;
            do {
                next();
            } while (acceptSymbol('.'));
            while (at < tokens.size()
                    && tokens.get(at).kind() == Token.Kind.WORD
                    && (tokens.get(at).is("VARYING") || tokens.get(at).is("PRECISION"))) {
                at++;
            }
            if (acceptSymbol('(')) {
                next();
                symbol(')');
            }
            if (acceptSymbol('[')) {
                symbol(']');
            }
        }
    }

    private Token next() {
        if (at >= tokens.size()) {
            throw new Strange();
        }
        return tokens.get(at++);
    }

    private boolean accept(String word) {
        boolean sees = at < tokens.size() && tokens.get(at).is(word);
        at += sees ? 1 : 0;
        return sees;
    }

    private boolean acceptSymbol(char symbol) {
        boolean sees = at < tokens.size() && tokens.get(at).isSymbol(symbol);
        at += sees ? 1 : 0;
        return sees;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw new Strange();
        }
    }

    private void symbol(char symbol) {
        if (!acceptSymbol(symbol)) {
            throw new Strange();
        }
    }
}
