package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Walks the tokens of one statement, with the names of MySQL and MariaDB: tables keep their case, because some servers
 * tell them apart by it; columns, indexes and constraints are folded, because no server does.
 */
final class MysqlCursor extends Cursor {
    MysqlCursor(List<Token> tokens) {
        super(tokens);
    }

    @Override
    MysqlCursor over(List<Token> part) {
        return new MysqlCursor(part);
    }

    @Override
    String identifier() {
        Token token = next();
        return switch (token.kind()) {
            case WORD -> token.text();
            case QUOTED_NAME ->
                token.text().substring(1, token.text().length() - 1).replace("``", "`");
            case ESCAPED_NAME, STRING, DOLLAR_BODY, NUMBER, PARAMETER, SYMBOL -> throw new Unsure("expected a name");
        };
    }

    /** Name of a column, an index, a constraint or a partition. */
    String folded() {
        return identifier().toLowerCase(Locale.ROOT);
    }

    /** An unquoted word, upper case. */
    String word() {
        Token token = next();
        if (token.kind() != Kind.WORD) {
            throw new Unsure("expected a word");
        }
        return token.text().toUpperCase(Locale.ROOT);
    }

    /** A name, a string or a number as the value of an option: lower case, without quotes. */
    String value() {
        acceptSymbol('=');
        boolean negative = acceptSymbol('-');
        Token token = next();
        String text =
                switch (token.kind()) {
                    case WORD, NUMBER -> token.text();
                    case STRING -> MysqlStrings.value(token.text());
                    case QUOTED_NAME -> token.text().substring(1, token.text().length() - 1);
                    case ESCAPED_NAME, DOLLAR_BODY, PARAMETER, SYMBOL -> throw new Unsure("expected a value");
                };
        return (negative ? "-" : "") + text.toLowerCase(Locale.ROOT);
    }

    /** Text of what was taken since then, single blanks between the words; empty for nothing. */
    String since(int from) {
        return over(taken(from)).words();
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        remaining().forEach(token -> words.append(words.isEmpty() ? "" : " ").append(token.text()));
        return words.toString();
    }

    void string() {
        if (next().kind() != Kind.STRING) {
            throw new Unsure("expected a string");
        }
    }

    boolean sees(Kind kind) {
        return !atEnd() && peek().kind() == kind;
    }

    @Override
    MysqlCursor group() {
        return (MysqlCursor) super.group();
    }

    List<MysqlCursor> items() {
        List<MysqlCursor> items = new ArrayList<>();
        for (Cursor part : parts()) {
            items.add((MysqlCursor) part);
        }
        return items;
    }

    /** The names of {@code (a, b)}, folded. */
    List<String> foldedList() {
        MysqlCursor inside = group();
        List<String> names = inside.commaSeparated(inside::folded);
        inside.expectEnd();
        return names;
    }

    boolean acceptIfExists() {
        return accept("IF", "EXISTS");
    }

    boolean acceptIfNotExists() {
        return accept("IF", "NOT", "EXISTS");
    }

    /** MariaDB's WAIT n and NOWAIT. */
    void acceptWait() {
        if (accept("WAIT")) {
            if (next().kind() != Kind.NUMBER) {
                throw new Unsure("expected a number of seconds");
            }
        } else {
            accept("NOWAIT");
        }
    }
}
