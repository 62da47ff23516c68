package io.lockkeeper.riskengine.sql;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lexical rules of MySQL and MariaDB in their default {@code sql_mode}: backslash escapes in strings, {@code "…"} is a
 * string. What stands in an executable comment is code, whatever version it asks for; it must end at the same place for a
 * server that skips it, or it is refused: otherwise it could hide the rest of the script from one of the two.
 */
final class MysqlLexer {
    private static final int OUTSIDE = -1;

    /** Every server that is supported executes comments of these versions and below: MariaDB skips 50700 to 99999. */
    private static final int ALWAYS_MYSQL = 50_699;

    private static final int ALWAYS_MARIADB = 100_500;

    private final String source;
    private final Set<Dialect> skipping;
    private int position;
    private String delimiter = ";";
    /** Offset of the closing mark of the executable comment that is being read. */
    private int executableEnd = OUTSIDE;

    private int executableStart = OUTSIDE;

    MysqlLexer(String source) {
        this(source, Set.of());
    }

    /** @param skipping reads as a server of this dialect that is too old for every executable comment that may be skipped */
    private MysqlLexer(String source, Set<Dialect> skipping) {
        this.source = source;
        this.skipping = skipping;
    }

    static List<Token> tokens(String sql) throws PlanRefused {
        return all(new MysqlLexer(sql));
    }

    /** Without the executable comments that some supported server of the dialect skips. */
    static List<Token> tokensOfOldest(String sql, Dialect dialect) throws PlanRefused {
        return all(new MysqlLexer(sql, Set.of(dialect)));
    }

    private static List<Token> all(MysqlLexer lexer) throws PlanRefused {
        List<Token> tokens = new ArrayList<>();
        for (Optional<Token> token = lexer.next(); token.isPresent(); token = lexer.next()) {
            tokens.add(token.get());
        }
        return tokens;
    }

    /** A word or a number ends where this text begins, as in the mysql client. */
    void delimiter(String text) {
        delimiter = text;
    }

    /** Takes the delimiter if it comes next. */
    boolean acceptDelimiter() throws PlanRefused {
        skipBlank();
        if (!source.startsWith(delimiter, position)) {
            return false;
        }
        if (executableEnd != OUTSIDE) {
            throw broken(
                    "A statement ends inside of the executable comment", "Put whole statements into such comments.");
        }
        position += delimiter.length();
        return true;
    }

    /** Where the executable comment opens that the last token stands in; else where the token itself begins. */
    int outerStart(Token token) {
        return executableEnd == OUTSIDE ? token.start() : executableStart;
    }

    /** The end of the executable comment that the last token stands in; else the end of the token itself. */
    int outerEnd(Token token) {
        return executableEnd == OUTSIDE ? token.end() : executableEnd + 2;
    }

    /** Offset after what was taken last. */
    int position() {
        return position;
    }

    /** The rest of the line, which the mysql client reads itself. */
    String restOfLine() {
        int end = source.indexOf('\n', position);
        int from = position;
        position = end < 0 ? source.length() : end;
        return source.substring(from, position);
    }

    /** The next token; empty at the end of the text. */
    Optional<Token> next() throws PlanRefused {
        skipBlank();
        if (position >= source.length()) {
            return Optional.empty();
        }
        int start = position;
        Kind kind = scan(source.charAt(start));
        requireInside();
        return Optional.of(new Token(kind, source.substring(start, position), start, position));
    }

    private Kind scan(char c) throws PlanRefused {
        if (c == '\'' || c == '"') {
            string(position);
            return Kind.STRING;
        }
        if (c == '`') {
            quotedName();
            return Kind.QUOTED_NAME;
        }
        if (c == '@' && (at(position + 1) == '@' || MysqlChars.wordPart(at(position + 1)) || at(position + 1) == '`')) {
            return variable();
        }
        if (MysqlChars.digit(c) || (c == '.' && MysqlChars.digit(at(position + 1)) && !afterName())) {
            MysqlNumber number = MysqlNumber.at(source, position, this::endsWord);
            position = number.end();
            return number.kind();
        }
        if (MysqlChars.wordPart(c)) {
            return word(c);
        }
        return symbol(c);
    }

    private Kind word(char c) throws PlanRefused {
        if (at(position + 1) == '\'' && "nNxXbB".indexOf(c) >= 0) {
            string(position + 1);
            return Kind.STRING;
        }
        skipWord();
        return Kind.WORD;
    }

    private void skipWord() {
        do {
            position++;
        } while (!endsWord(position));
    }

    private boolean endsWord(int index) {
        return !MysqlChars.wordPart(at(index)) || source.startsWith(delimiter, index);
    }

    /** {@code @name}, {@code @@name}, {@code @`name`}; {@code @'host'} stays a symbol and a string. */
    private Kind variable() throws PlanRefused {
        position += at(position + 1) == '@' ? 2 : 1;
        if (at(position) == '`') {
            quotedName();
        } else {
            while (MysqlChars.wordPart(at(position))
                    || (at(position) == '.' && MysqlChars.wordPart(at(position + 1)))) {
                position++;
            }
        }
        return Kind.PARAMETER;
    }

    /** {@code t.1a}: the dot parts names. */
    private boolean afterName() {
        return position > 0 && (MysqlChars.wordPart(at(position - 1)) || at(position - 1) == '`');
    }

    private Kind symbol(char c) throws PlanRefused {
        if (c == '\\') {
            throw new PlanRefused(
                    RefusalCode.PSQL_COMMAND,
                    null,
                    line(),
                    "A backslash command of the mysql client is not SQL",
                    "Remove it, or put its effect into SQL; Lockkeeper does not run the mysql client.");
        }
        if (c == 0) {
            throw nul();
        }
        boolean assigns = c == ':' && at(position + 1) == '=';
        position += assigns ? 2 : 1;
        return Kind.SYMBOL;
    }

    private void string(int quoteAt) throws PlanRefused {
        int end = MysqlQuotes.endOfString(source, quoteAt);
        if (end < 0) {
            throw unterminated("A string", "its closing quote");
        }
        moveOver(quoteAt, end);
    }

    private void quotedName() throws PlanRefused {
        int end = MysqlQuotes.endOfName(source, position);
        if (end < 0) {
            throw unterminated("A quoted name", "its closing backtick");
        }
        moveOver(position, end);
    }

    private void moveOver(int from, int end) throws PlanRefused {
        if (source.substring(from, end).indexOf(0) >= 0) {
            throw nul();
        }
        position = end;
    }

    private void skipBlank() throws PlanRefused {
        while (position < source.length()) {
            char c = source.charAt(position);
            if (MysqlChars.blank(c) || (position == 0 && c == 0xFEFF)) {
                position++;
            } else if (c == '#' || lineCommentAt(position)) {
                lineComment();
            } else if (c == '/' && at(position + 1) == '*') {
                blockComment();
            } else if (position == executableEnd) {
                position += 2;
                executableEnd = OUTSIDE;
            } else {
                break;
            }
        }
        requireInside();
    }

    private void requireInside() throws PlanRefused {
        if (executableEnd != OUTSIDE && position > executableEnd) {
            throw broken(
                    "An executable comment ends elsewhere for a server that skips it",
                    "Keep */ out of strings, names and comments inside of it.");
        }
    }

    /** The second dash must be followed by white space or a control character: {@code 1--1} is a number. */
    private boolean lineCommentAt(int index) {
        return at(index) == '-' && at(index + 1) == '-' && at(index + 2) <= ' ';
    }

    /** To the line feed: a carriage return alone does not end it. */
    private void lineComment() {
        while (position < source.length() && at(position) != '\n') {
            position++;
        }
    }

    private void blockComment() throws PlanRefused {
        boolean mariadb = at(position + 2) == 'M' && at(position + 3) == '!';
        if (!mariadb && at(position + 2) != '!') {
            position = closing() + 2;
            return;
        }
        if (executableEnd != OUTSIDE) {
            throw broken("An executable comment stands inside of another one", "Put them side by side.");
        }
        executableStart = position;
        executableEnd = closing();
        position += mariadb ? 4 : 3;
        int version = version();
        boolean always =
                mariadb ? version <= ALWAYS_MARIADB && skipping.contains(Dialect.MARIADB) : version <= ALWAYS_MYSQL;
        if (!skipping.isEmpty() && !always) {
            position = executableEnd;
        }
    }

    private int version() throws PlanRefused {
        int start = position;
        while (MysqlChars.digit(at(position))) {
            position++;
        }
        return switch (position - start) {
            case 0 -> 0;
            case 5, 6 -> Integer.parseInt(source.substring(start, position));
            default ->
                throw broken(
                        "The version of an executable comment has neither five nor six digits",
                        "Write it like 80029 or 100600.");
        };
    }

    private int closing() throws PlanRefused {
        int closing = MysqlChars.closing(source, position);
        if (closing < 0) {
            throw unterminated("A comment", "its closing */");
        }
        return closing;
    }

    private PlanRefused nul() {
        return broken("The text holds a NUL character", "Submit plain UTF-8 text.");
    }

    private PlanRefused unterminated(String what, String missing) {
        return new PlanRefused(
                RefusalCode.UNTERMINATED,
                null,
                line(),
                what + " that begins on line " + line() + " never ends",
                "Add " + missing + ".");
    }

    private PlanRefused broken(String what, String help) {
        return new PlanRefused(RefusalCode.UNREADABLE_SQL, null, line(), what, help);
    }

    private int line() {
        return Lexer.line(source, position);
    }

    private char at(int index) {
        return index < source.length() ? source.charAt(index) : 0;
    }
}
