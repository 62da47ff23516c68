package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;

/** Reads DDL by our own grammar of tokens and DML by JSqlParser. Throws {@link Unsure} for what it does not understand. */
final class TokenReader implements Function<String, List<Operation>> {
    private static final long STACK_BYTES = 4L << 20;

    private final DataParser dataParser = new DataParser(Dialect.POSTGRESQL, STACK_BYTES);

    @Override
    public List<Operation> apply(String sql) {
        try {
            List<Token> tokens = Lexer.tokens(sql);
            Nesting.requireShallow(tokens);
            return dispatch(sql, new Cursor(tokens));
        } catch (PlanRefused e) {
            throw new Unsure("its text is broken: " + e.getMessage());
        }
    }

    private List<Operation> dispatch(String sql, Cursor cursor) {
        if (cursor.seesSymbol('(')) {
            return new DataReader(sql, dataParser).read(cursor.remaining());
        }
        String verb = cursor.peek().text().toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "SELECT" ->
                SettingCall.of(cursor.over(cursor.remaining()), this::apply)
                        .orElseGet(() -> new DataReader(sql, dataParser).read(cursor.remaining()));
            case "WITH", "INSERT", "UPDATE", "DELETE", "VALUES", "TABLE" ->
                new DataReader(sql, dataParser).read(cursor.remaining());
            case "MERGE" -> new MergeReader(sql, after(cursor), dataParser).read();
            case "CREATE" -> create(after(cursor));
            case "DROP" -> drop(after(cursor));
            case "ALTER" -> alter(after(cursor));
            case "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE" ->
                List.of(new OtherOperation.TransactionControl(verb));
            default -> other(verb, after(cursor));
        };
    }

    private static List<Operation> create(Cursor cursor) {
        return new CatalogReader(cursor).create().orElseGet(() -> List.of(new CreateReader(cursor).read()));
    }

    private static List<Operation> drop(Cursor cursor) {
        return new CatalogReader(cursor).drop().orElseGet(() -> new DropReader(cursor).read());
    }

    private static List<Operation> alter(Cursor cursor) {
        if (cursor.accept("TABLE")) {
            return new AlterTableReader(cursor).read();
        }
        return new CatalogReader(cursor).alter().orElseGet(() -> List.of(new AlterReader(cursor).read()));
    }

    private static List<Operation> other(String verb, Cursor cursor) {
        OtherReader reader = new OtherReader(cursor);
        return switch (verb) {
            case "TRUNCATE" -> reader.truncate();
            case "LOCK" -> reader.lock();
            case "VACUUM" -> reader.vacuum();
            case "ANALYZE", "ANALYSE" -> reader.analyze();
            case "CLUSTER" -> List.of(reader.cluster());
            case "REINDEX" -> List.of(reader.reindex());
            case "REFRESH" -> List.of(reader.refresh());
            case "COMMENT" -> List.of(reader.comment());
            case "SET" -> List.of(reader.set());
            case "RESET" -> List.of(reader.reset());
            case "SHOW" -> List.of(reader.show());
            case "GRANT" -> List.of(reader.privileges(false));
            case "REVOKE" -> List.of(reader.privileges(true));
            case "REASSIGN" -> reader.reassign();
            case "COPY" -> List.of(reader.copy());
            case "NOTIFY", "LISTEN", "UNLISTEN", "CHECKPOINT", "DISCARD", "DEALLOCATE" -> session(verb, cursor);
            case "PREPARE" -> prepare(cursor);
            case "EXPLAIN" -> explain(cursor);
            default -> throw new Unsure(unreadable(verb));
        };
    }

    private static List<Operation> session(String verb, Cursor cursor) {
        cursor.rest();
        return List.of(new OtherOperation.SessionCommand(verb.toLowerCase(Locale.ROOT)));
    }

    /** Runs nothing yet; EXECUTE is not read. A prepared transaction keeps its locks for whoever finishes it. */
    private static List<Operation> prepare(Cursor cursor) {
        if (cursor.sees("TRANSACTION")) {
            throw new Unsure("a prepared transaction keeps its locks until somebody finishes it");
        }
        return session("PREPARE", cursor);
    }

    /** With ANALYZE it runs what it explains. */
    private static List<Operation> explain(Cursor cursor) {
        List<Token> options = cursor.seesSymbol('(') ? cursor.group().remaining() : cursor.remaining();
        boolean runs = options.stream().anyMatch(t -> t.is("ANALYZE") || t.is("ANALYSE"));
        if (runs) {
            throw new Unsure(unreadable("EXPLAIN"));
        }
        return session("EXPLAIN", cursor);
    }

    private static String unreadable(String verb) {
        return switch (verb) {
            case "DO" -> "a DO block can do anything";
            case "CALL" -> "a procedure can do anything";
            case "EXECUTE" -> "a prepared statement can do anything";
            case "EXPLAIN" -> "EXPLAIN ANALYZE runs what it explains, and a migration needs neither";
            case "SECURITY" -> "what a security label means is decided by its provider";
            case "IMPORT" -> "it creates tables that it does not name";
            case "LOAD" -> "it loads code into the server";
            default -> "this kind of statement is not known";
        };
    }

    private static Cursor after(Cursor cursor) {
        cursor.next();
        return cursor;
    }
}
