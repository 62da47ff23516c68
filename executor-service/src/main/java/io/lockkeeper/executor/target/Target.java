package io.lockkeeper.executor.target;

import org.jspecify.annotations.Nullable;

/**
 * A database that migrations run on, and the account that may change it.
 *
 * @param environment part of the approved subject
 */
public record Target(
        String name,
        String environment,
        String jdbcUrl,
        String username,
        @Nullable String password) {

    public Target {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "lockkeeper.targets." + name + ".jdbc-url must begin with jdbc:postgresql:");
        }
        if (environment.isBlank()) {
            throw new IllegalArgumentException("lockkeeper.targets." + name + ".environment must not be blank");
        }
    }

    /** Without credentials and address: logs must not tell them. */
    @Override
    public String toString() {
        return "Target[" + name + ", " + environment + ", username=" + username + ", password=***]";
    }
}
