package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;

/** Reads statements of MySQL and MariaDB. */
public final class MysqlReader implements StatementReader {
    private final Dialect dialect;

    public MysqlReader(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public List<Operation> read(String sql) {
        return List.of(new Unreadable("statements for " + dialect.id() + " are not read yet"));
    }
}
