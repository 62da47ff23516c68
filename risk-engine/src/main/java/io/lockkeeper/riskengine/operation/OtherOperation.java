package io.lockkeeper.riskengine.operation;

import io.lockkeeper.riskengine.report.Lock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views, maintenance, session settings, objects without rows, and what could not be read. */
public sealed interface OtherOperation extends Operation {

    /**
     * A view.
     *
     * @param sources tables that its query names; of PostgreSQL alone
     * @param columns that it gives; empty when they are not in the text
     * @param query null when it is not known; of PostgreSQL alone
     */
    record CreateView(
            ObjectName object,
            boolean orReplace,
            List<ObjectName> sources,
            List<QueryColumn> columns,
            @Nullable ViewQuery query)
            implements OtherOperation {
        public CreateView {
            sources = List.copyOf(sources);
            columns = List.copyOf(columns);
        }

        /** Of which no more is known. */
        public CreateView(ObjectName object, boolean orReplace) {
            this(object, orReplace, List.of(), List.of(), null);
        }

        @Override
        public String kind() {
            return "create-view";
        }
    }

    /**
     * A materialised view.
     *
     * @param sources tables that its query names
     */
    record CreateMaterializedView(ObjectName object, boolean withData, List<ObjectName> sources)
            implements OtherOperation {
        public CreateMaterializedView {
            sources = List.copyOf(sources);
        }

        /** Of which no more is known. */
        public CreateMaterializedView(ObjectName object, boolean withData) {
            this(object, withData, List.of());
        }

        @Override
        public String kind() {
            return "create-materialized-view";
        }
    }

    record RefreshMaterializedView(ObjectName object, boolean concurrently) implements OtherOperation {
        @Override
        public String kind() {
            return "refresh-materialized-view";
        }
    }

    /**
     * A new object, or one replaced.
     *
     * @param type such as {@code view}, {@code materialized-view}, {@code sequence}, {@code type}, {@code schema}
     */
    record CreateObject(String type, @Nullable ObjectName object, boolean replaces) implements OtherOperation {
        /** One that publishes every table, also those that are created later. */
        public static final String PUBLICATION_OF_ALL = "publication-of-all-tables";

        @Override
        public String kind() {
            return "create-" + type;
        }
    }

    /**
     * An event of MySQL or MariaDB that runs by itself from then on.
     *
     * @param body what it does each time; one {@link Unreadable} when that cannot be told
     */
    record ScheduleEvent(ObjectName object, List<Operation> body) implements OtherOperation {
        public ScheduleEvent {
            body = List.copyOf(body);
        }

        @Override
        public String kind() {
            return "schedule-event";
        }
    }

    /**
     * Anything but a table or an index changed.
     *
     * @param action such as {@code rename} or {@code add-value}; {@code change} when it makes no difference which
     * @param detail the new value of an enum, unquoted; null for other actions
     */
    record AlterObject(
            String type,
            @Nullable ObjectName object,
            String action,
            @Nullable String detail) implements OtherOperation {
        /** What changes no result: the planner's hints, storage, defaults of a view. */
        public static final String HINT = "hint";

        public AlterObject(String type, @Nullable ObjectName object, String action) {
            this(type, object, action, null);
        }

        @Override
        public String kind() {
            return "alter-" + type;
        }
    }

    record DropObject(String type, @Nullable ObjectName object, boolean ifExists, boolean cascade)
            implements OtherOperation {
        @Override
        public String kind() {
            return "drop-" + type;
        }
    }

    /**
     * Privileges given or taken away.
     *
     * @param revokes takes privileges away
     * @param wide gives some for the whole server, or the right to give them on
     */
    record ChangePrivileges(boolean revokes, boolean wide) implements OtherOperation {
        /** For some objects only, or of an unknown number. */
        public ChangePrivileges(boolean revokes) {
            this(revokes, false);
        }

        @Override
        public String kind() {
            return revokes ? "revoke" : "grant";
        }

        @Override
        public @Nullable ObjectName object() {
            return null;
        }
    }

    /**
     * A setting for the session or the transaction.
     *
     * @param name lower case; value as written
     */
    record SetParameter(String name, String value, boolean local) implements OtherOperation {
        @Override
        public String kind() {
            return "set";
        }

        @Override
        public @Nullable ObjectName object() {
            return null;
        }
    }

    /** BEGIN, COMMIT, ROLLBACK, SAVEPOINT and their kind. */
    record TransactionControl(String word) implements OtherOperation {
        @Override
        public String kind() {
            return "transaction-control";
        }

        @Override
        public @Nullable ObjectName object() {
            return null;
        }
    }

    record LockTable(ObjectName object, Lock lock) implements OtherOperation {
        @Override
        public String kind() {
            return "lock-table";
        }
    }

    /**
     * Every table of the server closed or locked at once.
     *
     * @param words {@code FLUSH TABLES WITH READ LOCK}, {@code FLUSH TABLES} or {@code LOCK INSTANCE FOR BACKUP}
     */
    record LockServer(String words) implements OtherOperation {
        @Override
        public String kind() {
            return "lock-server";
        }

        @Override
        public @Nullable ObjectName object() {
            return null;
        }
    }

    /**
     * VACUUM.
     *
     * @param object null for every table of the database
     */
    record Vacuum(@Nullable ObjectName object, boolean full) implements OtherOperation {
        @Override
        public String kind() {
            return full ? "vacuum-full" : "vacuum";
        }
    }

    record Cluster(@Nullable ObjectName object) implements OtherOperation {
        @Override
        public String kind() {
            return "cluster";
        }
    }

    record Analyze(@Nullable ObjectName object) implements OtherOperation {
        @Override
        public String kind() {
            return "analyze";
        }
    }

    /**
     * Nothing that lasts, and nothing that waits for rows: NOTIFY, LISTEN, CHECKPOINT, DISCARD, SET CONSTRAINTS, EXPLAIN
     * without ANALYZE.
     *
     * @param word lower case
     */
    record SessionCommand(String word) implements OtherOperation {
        @Override
        public String kind() {
            return word;
        }

        @Override
        public @Nullable ObjectName object() {
            return null;
        }
    }

    /**
     * Not understood with certainty. Never below HIGH.
     *
     * @param refused the server would not understand it either, so it is certain to fail
     */
    record Unreadable(String reason, boolean refused) implements OtherOperation {
        public Unreadable(String reason) {
            this(reason, false);
        }

        /**
         * What the server's own grammar refuses.
         *
         * @param position of the character it is about, from 1; 0 for none
         */
        public static Unreadable refused(String message, int position) {
            return new Unreadable(message + (position > 0 ? " at character " + position : ""), true);
        }

        @Override
        public String kind() {
            return "unreadable";
        }

        @Override
        public @Nullable ObjectName object() {
            return null;
        }
    }
}
