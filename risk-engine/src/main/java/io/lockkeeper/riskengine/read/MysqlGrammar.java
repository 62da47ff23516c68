package io.lockkeeper.riskengine.read;

import io.debezium.ddl.parser.mariadb.generated.MariaDBLexer;
import io.debezium.ddl.parser.mariadb.generated.MariaDBParser;
import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import io.lockkeeper.riskengine.sql.Dialect;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** Debezium's grammars of MySQL (the server's own) and MariaDB. They decide whether a text is a statement at all. */
final class MysqlGrammar {
    static final long STACK_BYTES = 16L << 20;

    /** The newest server: what an older one refuses is refused there, too. */
    private static final int SERVER_VERSION = 90_500;

    private static final Set<String> TABLES = Set.of("tableRef", "tableName");

    static {
        quietly(MysqlGrammar::load);
    }

    /** Of about 8 kB each: what a parser learns of a statement it keeps for ever, and other statements teach it more. */
    private static final int LEARNT_STATES = 3_000;

    private MysqlGrammar() {}

    /**
     * What a grammar makes of one statement.
     *
     * @param table first table it names, as written but without backticks; null without any
     * @param shapes actions of ALTER TABLE, or elements of CREATE TABLE, in order
     */
    record Opinion(@Nullable String table, List<AlterShape> shapes) {}

    /** Empty when it is no statement of the dialect. */
    static Optional<Opinion> parse(String text, Dialect dialect) {
        return Bounded.run(STACK_BYTES, () -> {
            try {
                return Optional.of(dialect == Dialect.MARIADB ? mariadb(text) : mysql(text));
            } catch (ParseCancellationException e) {
                return Optional.empty();
            }
        });
    }

    private static Opinion mysql(String text) {
        MySqlLexer lexer = new MySqlLexer(CharStreams.fromString(text));
        lexer.serverVersion = SERVER_VERSION;
        MySqlParser parser = new MySqlParser(new Interruptible(strict(lexer)));
        parser.serverVersion = SERVER_VERSION;
        try {
            return opinion(strict(parser), parser.queries(), "query");
        } finally {
            forget(parser);
        }
    }

    private static Opinion mariadb(String text) {
        MariaDBLexer lexer = new MariaDBLexer(CharStreams.fromString(text));
        MariaDBParser parser = new MariaDBParser(new Interruptible(strict(lexer)));
        try {
            return opinion(strict(parser), parser.root(), "sqlStatement");
        } finally {
            forget(parser);
        }
    }

    /** Costs the next parses some time and changes no answer, also of those that run beside. */
    private static void forget(Parser parser) {
        int learnt = Stream.of(parser.getInterpreter().decisionToDFA)
                .mapToInt(decision -> decision.states.size())
                .sum();
        if (learnt > LEARNT_STATES) {
            parser.getInterpreter().clearDFA();
        }
    }

    /** The parser looks ahead over and over for as long as it cannot decide; each step is a chance to stop it. */
    private static final class Interruptible extends CommonTokenStream {
        private Interruptible(Lexer lexer) {
            super(lexer);
        }

        @Override
        public void consume() {
            if (Thread.currentThread().isInterrupted()) {
                throw new ParseCancellationException("interrupted");
            }
            super.consume();
        }
    }

    private static <R extends Recognizer<?, ?>> R strict(R recognizer) {
        recognizer.removeErrorListeners();
        recognizer.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> source,
                    @Nullable Object symbol,
                    int line,
                    int column,
                    String message,
                    @Nullable RecognitionException cause) {
                throw new ParseCancellationException("at " + line + ":" + column);
            }
        });
        return recognizer;
    }

    private static Opinion opinion(Parser parser, ParserRuleContext tree, String statement) {
        GrammarTree grammar = new GrammarTree(parser.getRuleNames());
        if (grammar.all(tree, Set.of(statement)).size() != 1) {
            throw new ParseCancellationException("not one statement");
        }
        List<ParserRuleContext> tables = grammar.all(tree, TABLES);
        String table = tables.isEmpty() ? null : tables.getFirst().getText().replace("`", "");
        return new Opinion(table, grammar.shapes(tree));
    }

    private static void load() {
        for (Lexer lexer :
                List.of(new MySqlLexer(CharStreams.fromString("")), new MariaDBLexer(CharStreams.fromString("")))) {
            CommonTokenStream none = new CommonTokenStream(lexer);
            Parser parser = lexer instanceof MySqlLexer ? new MySqlParser(none) : new MariaDBParser(none);
            parser.removeErrorListeners();
        }
    }

    /**
     * The classes were generated by ANTLR 4.10 and run on 4.13: both write the same form, but the runtime says on standard
     * error that they differ, once per class. Only those lines are kept back.
     */
    private static void quietly(Runnable loading) {
        PrintStream before = System.err;
        System.setErr(new PrintStream(before, true) {
            @Override
            public PrintStream printf(String format, @Nullable Object... arguments) {
                return format.startsWith("ANTLR ") ? this : super.printf(format, arguments);
            }
        });
        try {
            loading.run();
        } finally {
            System.setErr(before);
        }
    }
}
