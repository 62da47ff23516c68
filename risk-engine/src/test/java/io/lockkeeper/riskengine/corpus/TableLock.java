package io.lockkeeper.riskengine.corpus;

import java.util.Locale;

/** PostgreSQL's table locks, weakest first, by the names of its manual. */
enum TableLock {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** @param mode as {@code pg_locks} spells it, such as {@code ShareRowExclusiveLock} */
    static TableLock ofMode(String mode) {
        return valueOf(
                mode.replace("Lock", "").replaceAll("(?<!^)([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }

    static TableLock stronger(TableLock one, TableLock other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    String words() {
        return name().replace('_', ' ');
    }
}
