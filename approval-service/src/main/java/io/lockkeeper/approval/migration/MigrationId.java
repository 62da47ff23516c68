package io.lockkeeper.approval.migration;

/** Identity of a migration, given by risk-service. */
public record MigrationId(String value) {

    private static final int MAX_LENGTH = 100;

    public MigrationId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a migration id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
