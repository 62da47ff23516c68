package io.lockkeeper.e2e.local;

import java.util.Locale;

/** The five services. */
enum Service {
    RISK(8081),
    APPROVAL(8082),
    EXECUTOR(8083),
    PROGRESS(8084),
    NOTIFIER(8085);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Classifies statements itself. */
    boolean readsSql() {
        return this == RISK || this == EXECUTOR;
    }

    /** Name of its schema and role: {@code risk}. */
    String schema() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of its module and process: {@code risk-service}. */
    String module() {
        return schema() + "-service";
    }
}
