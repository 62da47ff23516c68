package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.SessionCommand;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import io.lockkeeper.riskengine.read.pg.Answer;
import io.lockkeeper.riskengine.read.pg.Grammar;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads PostgreSQL statements. PostgreSQL's own grammar decides whether a text is a statement and what it consists of; our
 * readers turn it into operations; where the two do not agree, it is unreadable.
 */
public final class PostgresReader implements StatementReader {
    /** A longer statement is not read: parsing time grows with it. */
    private static final int MAX_CHARACTERS = 512 * 1024;

    /** The grammar is interpreted, and slow on lists of rows (100 KB of them take seconds); JSqlParser reads those alone. */
    private static final int MAX_BULK_CHARACTERS = 16 * 1024;

    private static final Pattern INSERT = Pattern.compile("\\s*insert\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> BULK = Set.of("INSERT", "UPDATE", "DELETE", "SELECT", "WITH", "VALUES");

    /** One for all readers of the process: its copies are large. */
    private static final class Shared {
        private static final Grammar GRAMMAR = new Grammar(Duration.ofSeconds(10));
    }

    private final Grammar grammar;
    private final Function<String, List<Operation>> readers;
    private final RecentReadings recent = new RecentReadings();

    public PostgresReader() {
        this(Shared.GRAMMAR, new TokenReader());
    }

    PostgresReader(Grammar grammar, Function<String, List<Operation>> readers) {
        this.grammar = grammar;
        this.readers = readers;
    }

    /** Begins to load the grammar; returns at once. */
    public static void start() {
        Grammar.start();
    }

    @Override
    public List<Operation> read(String sql) {
        if (sql.length() > MAX_CHARACTERS) {
            return List.of(new Unreadable("it is longer than " + MAX_CHARACTERS / 1024 + " Ki characters"));
        }
        return recent.read(sql, text -> bulk(text) ? readers.apply(text) : agreed(text));
    }

    /** Rows given by their values, and whatever else is long: JSqlParser and tokens read those alone. */
    private static boolean bulk(String sql) {
        if (sql.length() <= MAX_BULK_CHARACTERS && !INSERT.matcher(sql).lookingAt()) {
            return false;
        }
        try {
            List<Token> tokens = Lexer.tokens(sql);
            String verb = tokens.isEmpty() ? "" : tokens.getFirst().text().toUpperCase(Locale.ROOT);
            boolean values = verb.equals("INSERT")
                    && tokens.stream().anyMatch(t -> t.is("VALUES"))
                    && tokens.stream().noneMatch(t -> t.is("SELECT") || t.is("WITH"));
            return values || (sql.length() > MAX_BULK_CHARACTERS && BULK.contains(verb));
        } catch (PlanRefused e) {
            return false;
        }
    }

    /**
     * Blanks in place of comments, so that positions stay. The grammar keeps comments as tokens, and where it looks one token
     * ahead ({@code NULLS LAST}, {@code NOT BETWEEN}) it trips over one that the server would not see.
     */
    private static String withoutComments(String sql) {
        try {
            StringBuilder text = new StringBuilder(sql);
            int end = 0;
            for (Token token : Lexer.tokens(sql)) {
                blank(text, end, token.start());
                end = token.end();
            }
            blank(text, end, sql.length());
            return text.toString();
        } catch (PlanRefused e) {
            return sql;
        }
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }

    private List<Operation> agreed(String sql) {
        return switch (grammar.parse(withoutComments(sql))) {
            case Answer.Refused(String message, int position) -> List.of(Unreadable.refused(message, position));
            case Answer.Silent(String reason) -> throw Unsure.thisTime(reason);
            case Answer.Parsed ignored when DoBlock.is(sql) -> inside(sql);
            case Answer.Parsed parsed -> {
                List<Operation> operations = readers.apply(sql);
                Agreement.require(operations, parsed.statements());
                yield QueryShape.filled(operations, parsed.statements().get(0));
            }
        };
    }

    /** What a DO block's statements do, each read like one of its own. */
    private List<Operation> inside(String sql) {
        List<Operation> operations = new ArrayList<>();
        for (String statement : DoBlock.statements(sql)) {
            List<Operation> read = agreed(statement);
            if (read.stream().anyMatch(Unreadable.class::isInstance)) {
                throw DoBlock.opaque();
            }
            operations.addAll(read);
        }
        return operations.isEmpty() ? List.of(new SessionCommand("do")) : List.copyOf(operations);
    }
}
