package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ServerVersion;

/** How often columns of a MySQL table can be added or dropped instantly before it must be rebuilt. */
public final class InstantLimit {
    private InstantLimit() {}

    /** 64 until 9.0, 255 from 9.1 on. */
    public static int of(ServerVersion version) {
        return version.atLeast(9, 1, 0) ? 255 : 64;
    }
}
