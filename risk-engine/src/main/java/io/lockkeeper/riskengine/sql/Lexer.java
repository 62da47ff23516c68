package io.lockkeeper.riskengine.sql;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's lexical rules, with {@code standard_conforming_strings} on: nested comments, {@code E''}, {@code U&""},
 * dollar bodies. Anything that is opened and not closed is refused, because everything behind it would be misread.
 */
public final class Lexer {
    private final String source;
    private int position;

    /** Starts at an offset, so that a splitter can stop between statements. */
    Lexer(String source, int position) {
        this.source = source;
        this.position = position;
    }

    /** All tokens of a text in the rules of its dialect. */
    public static List<Token> tokens(String sql, Dialect dialect) throws PlanRefused {
        return dialect == Dialect.POSTGRESQL ? tokens(sql) : MysqlLexer.tokens(sql);
    }

    /**
     * All tokens of a MySQL or MariaDB text as the oldest supported server reads it, which skips executable comments that
     * ask for a newer one.
     */
    public static List<Token> tokensOfOldest(String sql, Dialect dialect) throws PlanRefused {
        return MysqlLexer.tokensOfOldest(sql, dialect);
    }

    /** All tokens of a PostgreSQL text. */
    public static List<Token> tokens(String sql) throws PlanRefused {
        Lexer lexer = new Lexer(sql, 0);
        List<Token> tokens = new ArrayList<>();
        for (Optional<Token> token = lexer.next(); token.isPresent(); token = lexer.next()) {
            tokens.add(token.get());
        }
        return tokens;
    }

    /** The next token; empty at the end of the text. */
    Optional<Token> next() throws PlanRefused {
        skipBlank();
        if (position >= source.length()) {
            return Optional.empty();
        }
        int start = position;
        Kind kind = scan(source.charAt(start));
        return Optional.of(new Token(kind, source.substring(start, position), start, position));
    }

    private Kind scan(char c) throws PlanRefused {
        if (c == '\'') {
            string(position, false);
            return Kind.STRING;
        }
        if (c == '"') {
            quotedName(position);
            return Kind.QUOTED_NAME;
        }
        if (c == '$') {
            return dollar();
        }
        if ((c >= '0' && c <= '9') || (c == '.' && digit(at(position + 1)))) {
            number();
            return Kind.NUMBER;
        }
        if (wordStart(c)) {
            return word(c);
        }
        return symbol(c);
    }

    private Kind word(char c) throws PlanRefused {
        char next = at(position + 1);
        if (next == '\'' && "eEbBxXnN".indexOf(c) >= 0) {
            string(position + 1, c == 'e' || c == 'E');
            return Kind.STRING;
        }
        if ((c == 'u' || c == 'U') && next == '&') {
            char quote = at(position + 2);
            if (quote == '\'') {
                string(position + 2, false);
                return Kind.STRING;
            }
            if (quote == '"') {
                quotedName(position + 2);
                return Kind.ESCAPED_NAME;
            }
        }
        while (wordPart(at(position))) {
            position++;
        }
        return Kind.WORD;
    }

    private Kind symbol(char c) throws PlanRefused {
        if (c == '\\') {
            throw new PlanRefused(
                    RefusalCode.PSQL_COMMAND,
                    null,
                    line(position),
                    "A backslash command of psql is not SQL",
                    "Remove it, or put its effect into SQL; Lockkeeper does not run psql.");
        }
        if (c == 0) {
            throw new PlanRefused(
                    RefusalCode.UNREADABLE_SQL,
                    null,
                    line(position),
                    "The text holds a NUL character",
                    "Submit plain UTF-8 text.");
        }
        position += c == ':' && at(position + 1) == ':' ? 2 : 1;
        return Kind.SYMBOL;
    }

    private void string(int quoteAt, boolean escapes) throws PlanRefused {
        int i = quoteAt + 1;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '\\' && escapes) {
                i += 2;
            } else if (c == '\'' && at(i + 1) == '\'') {
                i += 2;
            } else if (c == '\'') {
                position = i + 1;
                return;
            } else {
                i++;
            }
        }
        throw unterminated("A string", "its closing quote");
    }

    private void quotedName(int quoteAt) throws PlanRefused {
        int i = quoteAt + 1;
        while (i < source.length()) {
            if (source.charAt(i) != '"') {
                i++;
            } else if (at(i + 1) == '"') {
                i += 2;
            } else {
                position = i + 1;
                return;
            }
        }
        throw unterminated("A quoted name", "its closing double quote");
    }

    private Kind dollar() throws PlanRefused {
        int i = position + 1;
        if (digit(at(i))) {
            while (digit(at(i))) {
                i++;
            }
            position = i;
            return Kind.PARAMETER;
        }
        if (wordStart(at(i))) {
            while (wordPart(at(i)) && at(i) != '$') {
                i++;
            }
        }
        if (at(i) != '$') {
            position++;
            return Kind.SYMBOL;
        }
        String tag = source.substring(position, i + 1);
        int close = source.indexOf(tag, i + 1);
        if (close < 0) {
            throw unterminated("A dollar-quoted body", "its closing " + tag);
        }
        position = close + tag.length();
        return Kind.DOLLAR_BODY;
    }

    private void number() {
        while (wordPart(at(position)) || (at(position) == '.' && at(position + 1) != '.')) {
            boolean exponent = at(position) == 'e' || at(position) == 'E';
            position++;
            if (exponent && (at(position) == '+' || at(position) == '-') && digit(at(position + 1))) {
                position++;
            }
        }
    }

    private void skipBlank() throws PlanRefused {
        while (position < source.length()) {
            char c = source.charAt(position);
            if (c == ' '
                    || c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c == '\f'
                    || c == 0x0B
                    || (position == 0 && c == 0xFEFF)) {
                position++;
            } else if (c == '-' && at(position + 1) == '-') {
                lineComment();
            } else if (c == '/' && at(position + 1) == '*') {
                blockComment();
            } else {
                return;
            }
        }
    }

    private void lineComment() {
        while (position < source.length() && at(position) != '\n' && at(position) != '\r') {
            position++;
        }
    }

    private void blockComment() throws PlanRefused {
        int depth = 0;
        int i = position;
        do {
            if (i >= source.length()) {
                throw unterminated("A comment", "its closing */ (comments nest in PostgreSQL)");
            }
            if (at(i) == '/' && at(i + 1) == '*') {
                depth++;
                i += 2;
            } else if (at(i) == '*' && at(i + 1) == '/') {
                depth--;
                i += 2;
            } else {
                i++;
            }
        } while (depth > 0);
        position = i;
    }

    private PlanRefused unterminated(String what, String missing) {
        return new PlanRefused(
                RefusalCode.UNTERMINATED,
                null,
                line(position),
                what + " that begins on line " + line(position) + " never ends",
                "Add " + missing + ".");
    }

    private int line(int offset) {
        return line(source, offset);
    }

    static int line(String source, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (source.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    private char at(int index) {
        return index < source.length() ? source.charAt(index) : 0;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean wordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean wordPart(char c) {
        return wordStart(c) || digit(c) || c == '$';
    }
}
