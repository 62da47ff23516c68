package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.UnsupportedStatement;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.alter.AlterExpression;
import net.sf.jsqlparser.statement.alter.AlterOperation;
import net.sf.jsqlparser.statement.create.table.CreateTable;

/**
 * JSqlParser, guarded: dialect set, one pre-split statement, never {@code withUnsupportedStatements}, a time limit on a
 * daemon thread with a bounded stack. Its failures say nothing about DDL (it misses 23 % of it); its contradictions do.
 */
final class SecondOpinion {
    private static final long SECONDS = 5;
    private static final long STACK_BYTES = 4L << 20;

    /** The parsed statement; empty when it cannot parse it. Throws {@link Unsure} when it takes too long. */
    Optional<Statement> parse(String sql) {
        FutureTask<Statement> task = new FutureTask<>(() -> statement(sql));
        Thread thread = new Thread(null, task, "lockkeeper-sql-reader", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.ofNullable(task.get(SECONDS, TimeUnit.SECONDS))
                    .filter(s -> !(s instanceof UnsupportedStatement));
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Unsure("reading it took longer than " + SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unsure("reading it was interrupted");
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

    /** Throws {@link Unsure} when JSqlParser understood the same text differently. */
    void check(String sql, List<Operation> operations) {
        Operation first = operations.getFirst();
        boolean comparable = first instanceof TableOperation || first instanceof CreateIndex;
        if (!comparable) {
            return;
        }
        Optional<Statement> parsed = parse(sql);
        if (parsed.isEmpty()) {
            return;
        }
        if (first instanceof CreateIndex ours) {
            checkIndex(ours, parsed.get());
        } else if (first instanceof TableOperation.CreateTable ours) {
            checkTable(ours, parsed.get());
        } else if (parsed.get() instanceof Alter theirs) {
            checkAlter(operations, theirs);
        }
    }

    private static void checkIndex(CreateIndex ours, Statement parsed) {
        if (!(parsed instanceof net.sf.jsqlparser.statement.create.index.CreateIndex theirs)) {
            throw disagreeing();
        }
        require(theirs.isConcurrently() == ours.concurrently());
        requireSame(ours.table(), theirs.getTable().getName());
    }

    private static void checkTable(TableOperation.CreateTable ours, Statement parsed) {
        if (!(parsed instanceof CreateTable theirs)) {
            throw disagreeing();
        }
        requireSame(ours.table(), theirs.getTable().getName());
        boolean plain = !ours.fromQuery()
                && ours.partitionOf() == null
                && ours.sources().isEmpty();
        if (plain && theirs.getColumnDefinitions() != null) {
            require(theirs.getColumnDefinitions().size() == ours.columns().size());
        }
    }

    /** An UNSPECIFIC action may have swallowed others, so nothing can be concluded from the count then. */
    private static void checkAlter(List<Operation> operations, Alter theirs) {
        List<AlterExpression> actions = theirs.getAlterExpressions();
        requireSame(
                ((TableOperation) operations.getFirst()).table(),
                theirs.getTable().getName());
        if (actions == null || actions.stream().anyMatch(a -> a.getOperation() == AlterOperation.UNSPECIFIC)) {
            return;
        }
        require(actions.size() == operations.size());
        for (int i = 0; i < actions.size(); i++) {
            boolean drops = actions.get(i).getOperation() == AlterOperation.DROP;
            boolean ours = operations.get(i) instanceof TableOperation.DropColumn
                    || operations.get(i) instanceof TableOperation.DropConstraint;
            require(!drops || ours);
        }
    }

    private static void requireSame(ObjectName ours, String theirs) {
        String bare = theirs.replace("\"", "");
        require(bare.equalsIgnoreCase(ours.name().replace("\"", ""))
                || ours.name().length() >= 60);
    }

    private static void require(boolean agreeing) {
        if (!agreeing) {
            throw disagreeing();
        }
    }

    private static Unsure disagreeing() {
        return new Unsure("two readers understand it differently");
    }
}
