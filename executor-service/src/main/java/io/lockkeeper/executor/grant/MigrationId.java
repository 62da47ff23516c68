package io.lockkeeper.executor.grant;

/** Identity of a migration, given by intake. */
public record MigrationId(String value) {

    private static final int MAX_LENGTH = 200;

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
