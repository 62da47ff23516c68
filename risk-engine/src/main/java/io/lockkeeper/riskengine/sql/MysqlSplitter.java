package io.lockkeeper.riskengine.sql;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Script → statements for MySQL and MariaDB. Bodies of stored programs nest with or without the client's DELIMITER. The
 * spans cover the source exactly, but for white space, comments, delimiters and lines that set one.
 */
final class MysqlSplitter {
    private static final Pattern DELIMITER = Pattern.compile("[;$/|%^&~!]{1,16}");

    /** Commands of the mysql client that look like statements. */
    private static final Set<String> CLIENT_COMMANDS = Set.of(
            "CHARSET",
            "CLEAR",
            "CONNECT",
            "EDIT",
            "EGO",
            "EXIT",
            "GO",
            "NOPAGER",
            "NOTEE",
            "NOWARNING",
            "PAGER",
            "PRINT",
            "PROMPT",
            "QUIT",
            "REHASH",
            "RESETCONNECTION",
            "SOURCE",
            "STATUS",
            "SYSTEM",
            "TEE",
            "WARNINGS");

    private final String source;
    private final MysqlLexer lexer;
    private final Lines lines;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final List<Token> current = new ArrayList<>();
    private String delimiter = ";";
    private int start;
    private int end;
    private int parentheses;
    private @Nullable StoredBody body;

    MysqlSplitter(String source) {
        this.source = source;
        this.lexer = new MysqlLexer(source);
        this.lines = new Lines(source);
    }

    List<SqlStatement> split() throws PlanRefused {
        while (true) {
            if (lexer.acceptDelimiter()) {
                delimited();
                continue;
            }
            Optional<Token> next = lexer.next();
            if (next.isEmpty()) {
                break;
            }
            if (setsDelimiter(next.get())) {
                setDelimiter(next.get());
            } else {
                add(next.get());
            }
        }
        requireDelimited();
        finish();
        return statements;
    }

    /** A semicolon inside of a body belongs to it; any other delimiter ends the statement wherever it stands. */
    private void delimited() throws PlanRefused {
        boolean inBody = delimiter.equals(";") && body != null && !body.closed();
        if (inBody && body != null) {
            int end = lexer.position();
            Token semicolon = new Token(Token.Kind.SYMBOL, ";", end - 1, end);
            current.add(semicolon);
            body.feed(semicolon);
        } else {
            finish();
        }
    }

    private void add(Token token) throws PlanRefused {
        if (current.isEmpty()) {
            refuseCommand(token);
            start = lexer.outerStart(token);
        }
        current.add(token);
        if (!token.isSymbol(';')) {
            end = lexer.outerEnd(token);
        }
        parentheses += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
        if (parentheses < 0) {
            throw refused(
                    RefusalCode.UNREADABLE_SQL,
                    token.start(),
                    "A closing parenthesis has no opening one",
                    "Balance the parentheses of the statement.");
        }
        if (body != null) {
            body.feed(token);
        } else if (token.kind() == Token.Kind.WORD) {
            body = StoredBody.of(current).orElse(null);
        }
    }

    private void refuseCommand(Token token) throws PlanRefused {
        if (token.kind() == Token.Kind.WORD
                && CLIENT_COMMANDS.contains(token.text().toUpperCase(Locale.ROOT))) {
            throw refused(
                    RefusalCode.PSQL_COMMAND,
                    token.start(),
                    token.text().toUpperCase(Locale.ROOT) + " is a command of the mysql client, not SQL",
                    "Remove it, or put its effect into SQL; Lockkeeper does not run the mysql client.");
        }
    }

    /** The client looks for it at the beginning of a line; a column of that name stands in parentheses. */
    private boolean setsDelimiter(Token token) {
        if (!token.is("DELIMITER") || parentheses > 0) {
            return false;
        }
        int lineStart = source.lastIndexOf('\n', token.start()) + 1;
        return source.substring(lineStart, token.start()).isBlank();
    }

    private void setDelimiter(Token command) throws PlanRefused {
        if (!current.isEmpty()) {
            throw refused(
                    RefusalCode.UNTERMINATED,
                    current.getFirst().start(),
                    "The statement before DELIMITER does not end with " + delimiter,
                    "Add " + delimiter + " after it.");
        }
        String text = lexer.restOfLine().strip();
        if (!DELIMITER.matcher(text).matches()) {
            throw refused(
                    RefusalCode.UNREADABLE_SQL,
                    command.start(),
                    "DELIMITER stands alone on its line, with one delimiter made of ; $ / | % ^ & ~ !",
                    "Write, for example, DELIMITER $$ on a line of its own.");
        }
        delimiter = text;
        lexer.delimiter(text);
    }

    /** With another delimiter than the semicolon, what follows the last one was never meant to run. */
    private void requireDelimited() throws PlanRefused {
        if (delimiter.equals(";")) {
            return;
        }
        int at = current.isEmpty() ? source.length() : current.getFirst().start();
        throw refused(
                RefusalCode.UNTERMINATED,
                at,
                current.isEmpty()
                        ? "DELIMITER " + delimiter + " is never set back"
                        : "The last statement does not end with " + delimiter,
                current.isEmpty() ? "Add DELIMITER ; at the end." : "Add " + delimiter + " after it.");
    }

    private void finish() throws PlanRefused {
        while (!current.isEmpty() && current.getLast().isSymbol(';')) {
            current.removeLast();
        }
        if (!current.isEmpty()) {
            requireClosed();
            if (statements.size() >= SqlSplitter.MAX_STATEMENTS) {
                throw SqlSplitter.tooLarge("more than " + SqlSplitter.MAX_STATEMENTS + " statements");
            }
            statements.add(new SqlStatement(source.substring(start, end), lines.of(start), start, end));
        }
        current.clear();
        parentheses = 0;
        body = null;
    }

    private void requireClosed() throws PlanRefused {
        if (parentheses > 0) {
            throw refused(
                    RefusalCode.UNTERMINATED,
                    start,
                    "A parenthesis of the statement is never closed",
                    "Add the closing parenthesis.");
        }
        boolean follows = delimiter.equals(";") && body != null;
        if (follows && body != null && (!body.closed() || body.unsure())) {
            throw refused(
                    RefusalCode.UNTERMINATED,
                    start,
                    "It is not sure where the body of the stored program ends",
                    "Balance its BEGIN and END, or set a delimiter with DELIMITER around it.");
        }
    }

    private PlanRefused refused(RefusalCode code, int offset, String what, String help) {
        return new PlanRefused(code, null, Lexer.line(source, offset), what, help);
    }
}
