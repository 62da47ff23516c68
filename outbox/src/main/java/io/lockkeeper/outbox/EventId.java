package io.lockkeeper.outbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Identity of one event: a UUID of version 7 (RFC 9562), so that ids sort by the millisecond they were made in. */
public record EventId(UUID value) {

    private static final int CANONICAL_LENGTH = 36;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new id of this moment. */
    public static EventId next() {
        return at(Instant.now(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    static EventId at(Instant now, long high, long low) {
        long timeAndVersion = (now.toEpochMilli() << 16) | 0x7000L | (high & 0x0FFFL);
        long variantAndRest = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new EventId(new UUID(timeAndVersion, variantAndRest));
    }

    /**
     * The id that {@code text} spells.
     *
     * @throws IllegalArgumentException when {@code text} is no UUID in its canonical form
     */
    public static EventId parse(String text) {
        // UUID.fromString would fill up "1-1-1-1-1", and two spellings of one id must not be two ids.
        if (text.length() != CANONICAL_LENGTH) {
            throw new IllegalArgumentException("\"" + text + "\" is no event id");
        }
        return new EventId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
