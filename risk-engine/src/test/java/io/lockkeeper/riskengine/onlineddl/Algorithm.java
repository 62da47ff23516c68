package io.lockkeeper.riskengine.onlineddl;

import java.util.List;

/** The ways of running an ALTER TABLE that a statement can ask for, the cheapest first. */
enum Algorithm {
    INSTANT,
    /** MariaDB only: in place, and the table is not rebuilt. */
    NOCOPY,
    INPLACE,
    COPY;

    static List<Algorithm> of(ServerVersion server) {
        return server.isMariadb() ? List.of(values()) : List.of(INSTANT, INPLACE, COPY);
    }
}
