package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.read.pg.BigStack;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.UnsupportedStatement;

/** JSqlParser, guarded: dialect set, one pre-split statement, never {@code withUnsupportedStatements}, a time limit. */
final class DataParser {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long STACK_BYTES = 4L << 20;

    /** The parsed statement; empty when it cannot parse it. Throws {@link Unsure} when it takes too long. */
    Optional<Statement> parse(String sql) {
        try {
            Statement statement = BigStack.call("lockkeeper-sql-reader", STACK_BYTES, LIMIT, () -> statement(sql));
            return Optional.ofNullable(statement).filter(s -> !(s instanceof UnsupportedStatement));
        } catch (TimeoutException e) {
            throw Unsure.thisTime("reading it took longer than " + LIMIT.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unsure.thisTime("reading it was interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return failed(cause == null ? e : cause);
        }
    }

    private static Statement statement(String sql) throws ParseException {
        CCJSqlParser parser = CCJSqlParserUtil.newParser(sql).withDialect(Dialect.POSTGRESQL);
        return parser.Statement();
    }

    private static Optional<Statement> failed(Throwable cause) {
        if (cause instanceof ParseException
                || cause instanceof TokenMgrException
                || cause instanceof JSQLParserException) {
            return Optional.empty();
        }
        throw new Unsure("the parser failed with " + cause.getClass().getSimpleName());
    }
}
