package io.lockkeeper.progress.event;

/** Identity of one submitted migration; the key of most topics. */
public record MigrationId(String value) {

    public MigrationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a migration id is never blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
