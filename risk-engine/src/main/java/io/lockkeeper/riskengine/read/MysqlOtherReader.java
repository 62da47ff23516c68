package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.Maintain;
import io.lockkeeper.riskengine.operation.MysqlOperation.Maintenance;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads maintenance, table locks, renames, privileges and what else has no object of its own. */
final class MysqlOtherReader {
    private final MysqlCursor cursor;

    /** After the verb. */
    MysqlOtherReader(MysqlCursor cursor) {
        this.cursor = cursor;
    }

    List<Operation> truncate() {
        cursor.accept("TABLE");
        ObjectName table = cursor.name();
        cursor.acceptWait();
        cursor.expectEnd();
        return List.of(new DataOperation.Truncate(table, false));
    }

    List<Operation> rename() {
        if (cursor.accept("USER")) {
            cursor.rest();
            return List.of(new OtherOperation.AlterObject("user", null, "rename"));
        }
        if (!cursor.acceptAny("TABLE", "TABLES")) {
            throw new Unsure("an unknown kind of object");
        }
        cursor.acceptIfExists();
        List<Operation> operations = new ArrayList<>();
        do {
            ObjectName from = cursor.name();
            cursor.acceptWait();
            cursor.expect("TO");
            operations.addAll(MysqlAlterReader.renamed(from, cursor.name()));
        } while (cursor.acceptSymbol(','));
        cursor.expectEnd();
        return operations;
    }

    List<Operation> maintain(Maintenance maintenance) {
        cursor.acceptAny("NO_WRITE_TO_BINLOG", "LOCAL");
        if (!cursor.acceptAny("TABLE", "TABLES")) {
            throw new Unsure("an unknown kind of maintenance");
        }
        List<ObjectName> tables = cursor.commaSeparated(cursor::name);
        cursor.rest();
        return tables.stream()
                .<Operation>map(table -> new Maintain(table, maintenance))
                .toList();
    }

    List<Operation> lock() {
        if (cursor.accept("INSTANCE", "FOR", "BACKUP")) {
            cursor.expectEnd();
            return List.of(new OtherOperation.LockServer("LOCK INSTANCE FOR BACKUP"));
        }
        if (!cursor.acceptAny("TABLE", "TABLES")) {
            throw new Unsure("an unknown kind of lock");
        }
        List<Operation> locks = cursor.commaSeparated(this::lockOne);
        cursor.acceptWait();
        cursor.expectEnd();
        return locks;
    }

    private Operation lockOne() {
        ObjectName table = cursor.name();
        if (cursor.accept("AS") || !cursor.seesAny("READ", "LOW_PRIORITY", "WRITE")) {
            cursor.identifier();
        }
        if (cursor.accept("READ")) {
            cursor.accept("LOCAL");
            return new OtherOperation.LockTable(table, Lock.ONLINE_SHARED);
        }
        cursor.accept("LOW_PRIORITY");
        cursor.expect("WRITE");
        cursor.accept("CONCURRENT");
        return new OtherOperation.LockTable(table, Lock.ONLINE_EXCLUSIVE);
    }

    List<Operation> unlock() {
        if (!cursor.acceptAny("TABLE", "TABLES", "INSTANCE")) {
            throw new Unsure("an unknown unlock");
        }
        cursor.expectEnd();
        return List.of(new OtherOperation.TransactionControl("UNLOCK TABLES"));
    }

    /** Without a table every table of the server is closed or locked. */
    List<Operation> flush() {
        cursor.acceptAny("NO_WRITE_TO_BINLOG", "LOCAL");
        if (cursor.accept("PRIVILEGES")) {
            cursor.expectEnd();
            return List.of(new OtherOperation.ChangePrivileges(false));
        }
        if (cursor.acceptAny("BINARY", "ENGINE", "ERROR", "GENERAL", "RELAY", "SLOW")) {
            cursor.expect("LOGS");
            cursor.expectEnd();
            return List.of(new OtherOperation.SessionCommand("flush"));
        }
        if (cursor.acceptAny("LOGS", "STATUS", "HOSTS", "USER_RESOURCES", "OPTIMIZER_COSTS")) {
            cursor.expectEnd();
            return List.of(new OtherOperation.SessionCommand("flush"));
        }
        if (!cursor.acceptAny("TABLE", "TABLES")) {
            throw new Unsure("an unknown kind of flush");
        }
        if (cursor.accept("WITH", "READ", "LOCK")) {
            cursor.expectEnd();
            return List.of(new OtherOperation.LockServer("FLUSH TABLES WITH READ LOCK"));
        }
        List<ObjectName> tables = cursor.atEnd() ? List.of() : cursor.commaSeparated(cursor::name);
        if (cursor.atEnd()) {
            return List.of(new OtherOperation.LockServer("FLUSH TABLES"));
        }
        if (!cursor.accept("WITH", "READ", "LOCK")) {
            cursor.expect("FOR", "EXPORT");
        }
        cursor.expectEnd();
        return tables.stream()
                .<Operation>map(table -> new OtherOperation.LockTable(table, Lock.ONLINE_SHARED))
                .toList();
    }

    List<Operation> use() {
        String database = cursor.identifier();
        cursor.expectEnd();
        return List.of(new OtherOperation.SetParameter("use", database, false));
    }

    /** It reads the rows, and keeps nobody from changing them. */
    List<Operation> checksum() {
        if (!cursor.acceptAny("TABLE", "TABLES")) {
            throw new Unsure("an unknown checksum");
        }
        List<ObjectName> tables = cursor.commaSeparated(cursor::name);
        cursor.acceptAny("QUICK", "EXTENDED");
        cursor.expectEnd();
        return List.of(new DataOperation.Select(tables, false));
    }

    /** GRANT and REVOKE. */
    List<Operation> privileges(boolean revokes) {
        List<Token> words = cursor.remaining();
        cursor.rest();
        return List.of(new OtherOperation.ChangePrivileges(revokes, !revokes && wide(words)));
    }

    /** On {@code *.*}, or WITH GRANT OPTION or ADMIN OPTION. */
    private static boolean wide(List<Token> words) {
        for (int i = 0; i + 2 < words.size(); i++) {
            boolean everything = words.get(i).isSymbol('*')
                    && words.get(i + 1).isSymbol('.')
                    && words.get(i + 2).isSymbol('*');
            boolean option = words.get(i).is("WITH")
                    && (words.get(i + 1).is("GRANT") || words.get(i + 1).is("ADMIN"))
                    && words.get(i + 2).is("OPTION");
            if (everything || option) {
                return true;
            }
        }
        return false;
    }

    /** {@code LOAD DATA … INTO TABLE t …}. */
    List<Operation> load() {
        if (!cursor.acceptAny("DATA", "XML")) {
            throw new Unsure("an unknown kind of load");
        }
        while (!cursor.accept("INTO", "TABLE")) {
            cursor.next();
        }
        ObjectName table = cursor.name();
        MysqlCalls.requireHarmless(cursor.remaining());
        MysqlModes.refuseUnseen(cursor.remaining());
        if (cursor.remaining().stream().anyMatch(token -> token.is("SELECT"))) {
            throw new Unsure("it reads other tables while it loads");
        }
        cursor.rest();
        return List.of(new DataOperation.Insert(table, true, 0, List.of()));
    }
}
