package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.MysqlOperation.DemandAlgorithm;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.report.Algorithm;
import io.lockkeeper.riskengine.report.Lock;
import org.jspecify.annotations.Nullable;

/** Collects the ALGORITHM and LOCK clauses of one statement: they may stand apart but make one demand. */
final class MysqlDemand {
    private final MysqlCursor cursor;
    private final ObjectName table;
    private @Nullable Algorithm algorithm;
    private boolean noCopy;
    private @Nullable Lock lock;

    MysqlDemand(MysqlCursor cursor, ObjectName table) {
        this.cursor = cursor;
        this.table = table;
    }

    boolean seesDemand() {
        return cursor.seesAny("ALGORITHM", "LOCK");
    }

    /** One clause; a later one of the same name replaces it. */
    void read() {
        boolean isLock = cursor.accept("LOCK");
        if (!isLock) {
            cursor.expect("ALGORITHM");
        }
        cursor.acceptSymbol('=');
        String word = cursor.word();
        if (isLock) {
            lock = switch (word) {
                case "DEFAULT" -> null;
                case "NONE" -> Lock.NONE;
                case "SHARED" -> Lock.ONLINE_SHARED;
                case "EXCLUSIVE" -> Lock.ONLINE_EXCLUSIVE;
                default -> throw new Unsure("an unknown LOCK");
            };
            return;
        }
        noCopy = word.equals("NOCOPY");
        algorithm = switch (word) {
            case "DEFAULT" -> null;
            case "INSTANT" -> Algorithm.INSTANT;
            case "INPLACE", "NOCOPY" -> Algorithm.INPLACE;
            case "COPY" -> Algorithm.COPY;
            default -> throw new Unsure("an unknown ALGORITHM");
        };
    }

    /** MariaDB's ALTER ONLINE TABLE. */
    void online() {
        lock = Lock.NONE;
    }

    DemandAlgorithm operation() {
        return new DemandAlgorithm(table, algorithm, noCopy, lock);
    }
}
