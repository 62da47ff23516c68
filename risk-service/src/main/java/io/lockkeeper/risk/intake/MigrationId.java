package io.lockkeeper.risk.intake;

import io.lockkeeper.outbox.EventId;
import java.util.Optional;
import java.util.UUID;

/** Identity of a migration: a UUID of version 7. */
record MigrationId(UUID value) {

    static MigrationId next() {
        return new MigrationId(EventId.next().value());
    }

    static Optional<MigrationId> parse(String text) {
        try {
            return Optional.of(new MigrationId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
