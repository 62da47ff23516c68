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
            case "SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "VALUES", "TABLE" ->
                new DataReader(sql, dataParser).read(cursor.remaining());
            case "CREATE" -> List.of(new CreateReader(after(cursor)).read());
            case "DROP" -> new DropReader(after(cursor)).read();
            case "ALTER" -> alter(after(cursor));
            case "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE" ->
                List.of(new OtherOperation.TransactionControl(verb));
            default -> other(verb, after(cursor));
        };
    }

    private static List<Operation> alter(Cursor cursor) {
        return cursor.accept("TABLE") ? new AlterTableReader(cursor).read() : List.of(new AlterReader(cursor).read());
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
            case "NOTIFY", "LISTEN", "UNLISTEN", "CHECKPOINT", "DISCARD" -> session(verb, cursor);
            case "EXPLAIN" -> explain(cursor);
            default -> throw new Unsure(unreadable(verb));
        };
    }

    private static List<Operation> session(String verb, Cursor cursor) {
        cursor.rest();
        return List.of(new OtherOperation.SessionCommand(verb.toLowerCase(Locale.ROOT)));
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
            case "EXECUTE", "PREPARE", "DEALLOCATE" -> "a prepared statement can do anything";
            case "EXPLAIN" -> "EXPLAIN ANALYZE runs what it explains, and a migration needs neither";
            case "MERGE" -> "MERGE is not analysed";
            case "COPY" -> "COPY is not analysed";
            case "SECURITY" -> "what a security label means is decided by its provider";
            case "IMPORT" -> "it creates tables that it does not name";
            case "REASSIGN" -> "it changes objects that it does not name";
            case "LOAD" -> "it loads code into the server";
            default -> "this kind of statement is not known";
        };
    }

    private static Cursor after(Cursor cursor) {
        cursor.next();
        return cursor;
    }
}
