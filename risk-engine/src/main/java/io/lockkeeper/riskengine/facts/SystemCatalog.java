package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.Locale;
import java.util.Set;

/** The server's own tables, which guards of migrations ask and nobody waits for. */
public final class SystemCatalog {
    private static final Set<String> POSTGRESQL = Set.of("pg_catalog", "information_schema");
    private static final Set<String> MYSQL = Set.of("information_schema", "performance_schema", "sys", "mysql");

    private SystemCatalog() {}

    /** Names that begin with pg_ are the server's unless there is such a table. */
    public static boolean has(ObjectName name, TargetFacts facts) {
        boolean postgresql = facts.dialect() == Dialect.POSTGRESQL;
        String schema = name.schema();
        return schema == null
                ? postgresql
                        && name.name().startsWith("pg_")
                        && facts.table(name).isEmpty()
                : (postgresql ? POSTGRESQL : MYSQL).contains(schema.toLowerCase(Locale.ROOT));
    }
}
