package io.lockkeeper.riskengine.sql;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Script → statements, here for PostgreSQL. The spans of the result cover the source exactly, but for white space, comments and semicolons.
 * A semicolon ends a statement outside parentheses (CREATE RULE) and outside BEGIN ATOMIC … END (SQL-standard bodies).
 */
public final class SqlSplitter {
    /** Longest script that is read, in characters. */
    public static final int MAX_CHARACTERS = 32 << 20;

    /** Most statements of one script. */
    public static final int MAX_STATEMENTS = 200_000;

    private final String source;
    private final Lexer lexer;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final List<Token> current = new ArrayList<>();
    private final Lines lines;
    private int parentheses;
    private int blocks;

    private SqlSplitter(String source) {
        this.source = source;
        this.lexer = new Lexer(source, 0);
        this.lines = new Lines(source);
    }

    /** {@link #split(String, Dialect)} of PostgreSQL. */
    public static List<SqlStatement> split(String script) throws PlanRefused {
        return split(script, Dialect.POSTGRESQL);
    }

    /**
     * Splits a script by the rules of its dialect.
     *
     * @throws PlanRefused for an empty script, commands of psql or the mysql client, COPY data, anything unterminated or
     *     too large
     */
    public static List<SqlStatement> split(String script, Dialect dialect) throws PlanRefused {
        if (script.length() > MAX_CHARACTERS) {
            throw tooLarge(script.length() + " characters of SQL, more than " + MAX_CHARACTERS);
        }
        List<SqlStatement> statements =
                dialect == Dialect.POSTGRESQL ? new SqlSplitter(script).split() : new MysqlSplitter(script).split();
        if (statements.isEmpty()) {
            throw new PlanRefused(
                    RefusalCode.EMPTY_SQL,
                    null,
                    0,
                    "There is no statement, only white space or comments",
                    "Submit at least one statement.");
        }
        return statements;
    }

    private List<SqlStatement> split() throws PlanRefused {
        for (Optional<Token> next = lexer.next(); next.isPresent(); next = lexer.next()) {
            Token token = next.get();
            if (token.isSymbol(';') && parentheses == 0 && blocks == 0) {
                finish();
            } else {
                track(token);
                current.add(token);
            }
        }
        requireClosed();
        finish();
        return statements;
    }

    private void track(Token token) throws PlanRefused {
        if (token.isSymbol('(')) {
            parentheses++;
        } else if (token.isSymbol(')')) {
            parentheses--;
            if (parentheses < 0) {
                throw new PlanRefused(
                        RefusalCode.UNREADABLE_SQL,
                        null,
                        lines.of(token.start()),
                        "A closing parenthesis has no opening one",
                        "Balance the parentheses of the statement.");
            }
        } else if (parentheses == 0 && token.kind() == Token.Kind.WORD) {
            trackBlock(token);
        }
    }

    private void trackBlock(Token token) {
        boolean begins = token.is("ATOMIC")
                && !current.isEmpty()
                && current.getLast().is("BEGIN")
                && current.getFirst().is("CREATE");
        if (begins || (blocks > 0 && token.is("CASE"))) {
            blocks++;
        } else if (blocks > 0 && token.is("END")) {
            blocks--;
        }
    }

    private void finish() throws PlanRefused {
        if (current.isEmpty()) {
            return;
        }
        int start = current.getFirst().start();
        int end = current.getLast().end();
        refuseCopyData(start);
        if (statements.size() >= MAX_STATEMENTS) {
            throw tooLarge("more than " + MAX_STATEMENTS + " statements");
        }
        statements.add(new SqlStatement(source.substring(start, end), lines.of(start), start, end));
        current.clear();
    }

    private void refuseCopyData(int start) throws PlanRefused {
        if (!current.getFirst().is("COPY")) {
            return;
        }
        for (int i = 1; i + 1 < current.size(); i++) {
            if (current.get(i).is("FROM") && current.get(i + 1).is("STDIN")) {
                throw new PlanRefused(
                        RefusalCode.COPY_DATA,
                        null,
                        lines.of(start),
                        "COPY … FROM STDIN carries data that no engine here can send",
                        "Load the data by INSERT statements or outside of the migration.");
            }
        }
    }

    private void requireClosed() throws PlanRefused {
        if (parentheses > 0 || blocks > 0) {
            throw new PlanRefused(
                    RefusalCode.UNTERMINATED,
                    null,
                    lines.of(current.getFirst().start()),
                    parentheses > 0
                            ? "A parenthesis of the statement is never closed"
                            : "A BEGIN ATOMIC body is never ended",
                    parentheses > 0 ? "Add the closing parenthesis." : "Add the closing END.");
        }
    }

    static PlanRefused tooLarge(String what) {
        return new PlanRefused(
                RefusalCode.TOO_LARGE, null, 0, "The script has " + what, "Split it into several migrations.");
    }
}
