package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Walks the tokens of one statement, with PostgreSQL's names. Everything that does not fit throws {@link Unsure}. */
class Cursor {
    private final List<Token> tokens;
    private int position;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** A cursor of the same kind over a part. */
    Cursor over(List<Token> part) {
        return new Cursor(part);
    }

    boolean atEnd() {
        return position >= tokens.size();
    }

    Token peek() {
        if (atEnd()) {
            throw new Unsure("the statement ends too early");
        }
        return tokens.get(position);
    }

    Token next() {
        Token token = peek();
        position++;
        return token;
    }

    /** The words come next, in this order. */
    boolean sees(String... words) {
        if (position + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(position + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean seesSymbol(char symbol) {
        return !atEnd() && peek().isSymbol(symbol);
    }

    /** Takes the words if they come next. */
    boolean accept(String... words) {
        boolean sees = sees(words);
        if (sees) {
            position += words.length;
        }
        return sees;
    }

    boolean acceptAny(String... words) {
        for (String word : words) {
            if (accept(word)) {
                return true;
            }
        }
        return false;
    }

    boolean acceptText(String symbol) {
        boolean sees = !atEnd() && peek().text().equals(symbol);
        if (sees) {
            position++;
        }
        return sees;
    }

    /** Index of the token that comes next. */
    int position() {
        return position;
    }

    boolean acceptSymbol(char symbol) {
        boolean sees = seesSymbol(symbol);
        if (sees) {
            position++;
        }
        return sees;
    }

    void expect(String... words) {
        if (!accept(words)) {
            throw new Unsure("expected " + String.join(" ", words));
        }
    }

    void expectSymbol(char symbol) {
        if (!acceptSymbol(symbol)) {
            throw new Unsure("expected " + symbol);
        }
    }

    void expectEnd() {
        if (!atEnd()) {
            throw new Unsure("words after the end of what is understood");
        }
    }

    String identifier() {
        Token token = next();
        return switch (token.kind()) {
            case WORD, QUOTED_NAME -> Identifiers.of(token);
            case ESCAPED_NAME -> throw new Unsure("a name with Unicode escapes");
            case STRING, DOLLAR_BODY, NUMBER, PARAMETER, SYMBOL -> throw new Unsure("expected a name");
        };
    }

    /** {@code name} or {@code schema.name}; three parts and more are refused. */
    ObjectName name() {
        String first = identifier();
        if (!acceptSymbol('.')) {
            return new ObjectName(null, first);
        }
        ObjectName name = new ObjectName(first, identifier());
        if (seesSymbol('.')) {
            throw new Unsure("a name of three parts");
        }
        return name;
    }

    /** A table name with PostgreSQL's {@code ONLY name} and {@code name *}. */
    ObjectName relation() {
        accept("ONLY");
        ObjectName name = name();
        acceptSymbol('*');
        return name;
    }

    <T> List<T> commaSeparated(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        do {
            items.add(item.get());
        } while (acceptSymbol(','));
        return items;
    }

    /** Takes a parenthesised group; the cursor over what is inside. */
    Cursor group() {
        int open = position;
        skipGroup();
        return over(tokens.subList(open + 1, position - 1));
    }

    void skipGroup() {
        skipGroup('(', ')');
    }

    private void skipGroup(char open, char close) {
        expectSymbol(open);
        int depth = 1;
        while (depth > 0) {
            Token token = next();
            depth += token.isSymbol(open) ? 1 : token.isSymbol(close) ? -1 : 0;
        }
    }

    boolean acceptGroup() {
        boolean sees = seesSymbol('(');
        if (sees) {
            skipGroup();
        }
        return sees;
    }

    /** The column names of {@code (a, b)}. */
    List<String> columnList() {
        Cursor inside = group();
        List<String> names = inside.commaSeparated(inside::identifier);
        inside.expectEnd();
        return names;
    }

    /** Takes tokens, groups as a whole, until a comma outside parentheses or the end; its text without comments. */
    String untilComma() {
        int from = position;
        skipToComma();
        return text(from);
    }

    /** As {@link #untilComma}, but there may be nothing. */
    void skipToComma() {
        while (!atEnd() && !seesSymbol(',')) {
            skipOne();
        }
    }

    /** Takes tokens, at least one, until one of the words, a comma or the end; its text without comments. */
    String until(String... words) {
        int from = position;
        do {
            skipOne();
        } while (!atEnd() && !seesSymbol(',') && !seesAny(words));
        return text(from);
    }

    boolean seesAny(String... words) {
        for (String word : words) {
            if (sees(word)) {
                return true;
            }
        }
        return false;
    }

    /** Splits at commas outside parentheses. */
    List<Cursor> parts() {
        List<Cursor> parts = new ArrayList<>();
        do {
            int from = position;
            while (!atEnd() && !seesSymbol(',')) {
                skipOne();
            }
            if (from == position) {
                throw new Unsure("an empty item in a list");
            }
            parts.add(over(tokens.subList(from, position)));
        } while (acceptSymbol(','));
        expectEnd();
        return parts;
    }

    /** Text of everything that is left; empty at the end. */
    String rest() {
        int from = position;
        position = tokens.size();
        return from == position ? "" : text(from);
    }

    List<Token> taken(int from) {
        return tokens.subList(from, position);
    }

    List<Token> remaining() {
        return tokens.subList(position, tokens.size());
    }

    void skipOne() {
        if (seesSymbol('(')) {
            skipGroup();
        } else if (seesSymbol('[')) {
            skipGroup('[', ']');
        } else if (seesSymbol(')')) {
            throw new Unsure("unbalanced parentheses");
        } else {
            next();
        }
    }

    /** Tokens with single blanks where the source has any gap, so that comments and layout change nothing. */
    private String text(int from) {
        if (from == position) {
            throw new Unsure("an expression is missing");
        }
        StringBuilder text = new StringBuilder(tokens.get(from).text());
        for (int i = from + 1; i < position; i++) {
            text.append(tokens.get(i).start() > tokens.get(i - 1).end() ? " " : "")
                    .append(tokens.get(i).text());
        }
        return text.toString();
    }
}
