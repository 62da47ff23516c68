package io.lockkeeper.riskengine.subject;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;

/** What executes a migration. */
public enum Engine {
    NATIVE("native"),
    LIQUIBASE("liquibase");

    private final String id;

    Engine(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Engine of(String id) throws PlanRefused {
        for (Engine engine : values()) {
            if (engine.id.equals(id)) {
                return engine;
            }
        }
        throw new PlanRefused(
                RefusalCode.BAD_OPTION,
                null,
                0,
                "The engine '" + id + "' is not known",
                "Use \"native\" for SQL scripts or \"liquibase\" for a changelog.");
    }
}
