package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import java.util.List;
import java.util.Locale;

/**
 * Reads PostgreSQL statements: DDL by its own grammar of tokens, with JSqlParser as a second opinion that can only take
 * certainty away; DML by JSqlParser with its guards.
 */
public final class PostgresReader implements StatementReader {
    /** A longer statement is not read: parsing time grows with it. */
    private static final int MAX_CHARACTERS = 512 * 1024;

    private final SecondOpinion secondOpinion = new SecondOpinion();

    @Override
    public List<Operation> read(String sql) {
        if (sql.length() > MAX_CHARACTERS) {
            return unreadable("it is longer than " + MAX_CHARACTERS / 1024 + " Ki characters");
        }
        try {
            Cursor cursor = new Cursor(Lexer.tokens(sql));
            List<Operation> operations = dispatch(sql, cursor);
            secondOpinion.check(sql, operations);
            return operations;
        } catch (Unsure e) {
            return unreadable(e.reason());
        } catch (PlanRefused e) {
            return unreadable("its text is broken: " + e.getMessage());
        } catch (StackOverflowError e) {
            return unreadable("it is nested too deeply");
        } catch (RuntimeException e) {
            return unreadable("reading it failed with " + e.getClass().getSimpleName());
        }
    }

    private List<Operation> dispatch(String sql, Cursor cursor) {
        String verb = cursor.peek().text().toUpperCase(Locale.ROOT);
        if (cursor.seesSymbol('(')) {
            return new DataReader(sql, secondOpinion).read(cursor.remaining());
        }
        return switch (verb) {
            case "SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "VALUES", "TABLE" ->
                new DataReader(sql, secondOpinion).read(cursor.remaining());
            case "CREATE" -> create(after(cursor));
            case "DROP" -> new DropReader(after(cursor)).read();
            case "ALTER" -> alter(after(cursor));
            case "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE" ->
                List.of(new OtherOperation.TransactionControl(verb));
            default -> other(verb, new OtherReader(after(cursor)));
        };
    }

    private static List<Operation> create(Cursor cursor) {
        return cursor.accept("PUBLICATION")
                ? CreateReader.publication(cursor)
                : List.of(new CreateReader(cursor).read());
    }

    private static List<Operation> alter(Cursor cursor) {
        if (cursor.accept("PUBLICATION")) {
            return OtherReader.alterPublication(cursor);
        }
        return cursor.accept("TABLE") ? new AlterTableReader(cursor).read() : List.of(new OtherReader(cursor).alter());
    }

    private static List<Operation> other(String verb, OtherReader reader) {
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
            case "GRANT" -> List.of(reader.privileges(false));
            case "REVOKE" -> List.of(reader.privileges(true));
            case "DO" -> throw new Unsure("a DO block can do anything");
            case "CALL" -> throw new Unsure("a procedure can do anything");
            case "EXECUTE", "PREPARE" -> throw new Unsure("a prepared statement can do anything");
            default -> throw new Unsure("this kind of statement is not known");
        };
    }

    private static Cursor after(Cursor cursor) {
        cursor.next();
        return cursor;
    }

    private static List<Operation> unreadable(String reason) {
        return List.of(new Unreadable(reason));
    }
}
