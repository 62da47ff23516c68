package io.lockkeeper.outbox;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over plain JDBC that break where {@code faults} say. As a transaction manager does it, a thread's
 * transaction is what {@link #source()} hands out and what {@link #registry()} tells of.
 */
final class JdbcTransactions implements Transactions {

    /** What a part of a statement tells of the step it is. */
    private static final Map<String, String> STEPS = Map.of(
            "FOR UPDATE OF l", "lane lock",
            "bytes_before", "read",
            "DELETE FROM outbox_event", "delete",
            "pg_advisory", "key lock",
            "INSERT INTO outbox_event", "put",
            "INSERT INTO inbox_event", "inbox insert");

    private static final ThreadLocal<@Nullable Running> RUNNING = new ThreadLocal<>();

    private final DataSource database;
    private final String actor;
    private final @Nullable Faults faults;

    private record Running(Connection connection, List<Synchronization> synchronizations) {}

    JdbcTransactions(DataSource database, String actor, @Nullable Faults faults) {
        this.database = database;
        this.actor = actor;
        this.faults = faults;
    }

    JdbcTransactions(DataSource database) {
        this(database, "test", null);
    }

    @Override
    public <T> T inNew(Work<T> work) throws Exception {
        Connection connection = database.getConnection();
        Running transaction = new Running(watched(connection), new ArrayList<>());
        try {
            connection.setAutoCommit(false);
            RUNNING.set(transaction);
            T result = work.run(transaction.connection);
            RUNNING.remove();
            step("before commit", connection);
            connection.commit();
            transaction.synchronizations.forEach(s -> s.afterCompletion(Status.STATUS_COMMITTED));
            if (faults != null) {
                faults.step(actor + ": after commit");
            }
            return result;
        } catch (Crash e) {
            // The operating system closes a dead process's socket; nobody says ROLLBACK.
            connection.abort(Runnable::run);
            throw e;
        } catch (Throwable e) {
            transaction.synchronizations.forEach(s -> s.afterCompletion(Status.STATUS_ROLLEDBACK));
            throw e;
        } finally {
            RUNNING.remove();
            connection.close();
        }
    }

    /** Hands out the connection of the thread's transaction; closing it does nothing. */
    DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return method.invoke(database, arguments);
            }
            Running transaction = RUNNING.get();
            if (transaction == null) {
                return database.getConnection();
            }
            return proxy(
                    Connection.class,
                    (m, a) -> m.getName().equals("close") ? null : m.invoke(transaction.connection, a));
        });
    }

    TransactionSynchronizationRegistry registry() {
        return new Registry();
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement && arguments != null
                    ? watched(statement, nameOf((String) arguments[0]), connection)
                    : result;
        });
    }

    private PreparedStatement watched(PreparedStatement statement, String name, Connection connection) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return method.invoke(statement, arguments);
            }
            step("before " + name, connection);
            Object executed = method.invoke(statement, arguments);
            step("after " + name, connection);
            return executed;
        });
    }

    private void step(String where, Connection connection) throws SQLException {
        if (faults != null) {
            faults.step(actor + ": " + where, connection);
        }
    }

    private static String nameOf(String sql) {
        return STEPS.entrySet().stream()
                .filter(name -> sql.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("effect");
    }

    /** What {@link Outbox} asks of a transaction manager's registry. */
    private static final class Registry implements TransactionSynchronizationRegistry {

        @Override
        public int getTransactionStatus() {
            return RUNNING.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            Objects.requireNonNull(RUNNING.get()).synchronizations.add(synchronization);
        }

        @Override
        public Object getTransactionKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void putResource(Object key, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getResource(Object key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getRollbackOnly() {
            throw new UnsupportedOperationException();
        }
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}
