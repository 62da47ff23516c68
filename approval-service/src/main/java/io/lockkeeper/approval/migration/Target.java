package io.lockkeeper.approval.migration;

/**
 * The database a migration is for.
 *
 * @param name for instance {@code shop-production}
 * @param environment for instance {@code production}
 * @param approverGroup whose members may approve; empty when intake resolved none
 */
public record Target(String name, String environment, String approverGroup) {

    public Target {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a target has a name");
        }
    }
}
