package io.lockkeeper.riskengine.sql;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;

/** The database engine a migration is written for. */
public enum Dialect {
    POSTGRESQL("postgresql"),
    MYSQL("mysql"),
    MARIADB("mariadb");

    private final String id;

    Dialect(String id) {
        this.id = id;
    }

    /** As in reports, events and configuration. */
    public String id() {
        return id;
    }

    public static Dialect of(String id) throws PlanRefused {
        for (Dialect dialect : values()) {
            if (dialect.id.equals(id)) {
                return dialect;
            }
        }
        throw new PlanRefused(
                RefusalCode.UNSUPPORTED_ENGINE, null, 0, "The database engine '" + id + "' is not known", HELP);
    }

    /** Refuses what nothing here executes yet: for intake, not for lint, which assesses every dialect. */
    public void requireSupported() throws PlanRefused {
        if (this != POSTGRESQL) {
            throw new PlanRefused(
                    RefusalCode.UNSUPPORTED_ENGINE,
                    null,
                    0,
                    "The database engine '" + id + "' is not yet supported",
                    HELP);
        }
    }

    private static final String HELP = "Submit migrations for PostgreSQL targets; other engines are refused for now.";
}
