package io.lockkeeper.progress.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How an entry is hashed, version 1: lower-case hex of SHA-256 over these fields, each as its length in bytes (four bytes,
 * big-endian) and then its bytes; text is UTF-8.
 *
 * <ol>
 *   <li>{@code lockkeeper-audit-1}
 *   <li>hash of the entry before, as hex; 64 zeros for the first entry
 *   <li>seq, decimal
 *   <li>event id
 *   <li>type
 *   <li>topic
 *   <li>key (the migration id)
 *   <li>time, as {@link java.time.Instant#toString} writes it: UTC, {@code Z}, no, three or six decimals
 *   <li>payload, the exact bytes of the Kafka record's value
 *   <li>body, the exact JSON text
 * </ol>
 */
final class AuditHash {

    static final String GENESIS = "0".repeat(64);

    static final String FORM = "lockkeeper-audit-1";

    private AuditHash() {}

    static String of(AuditEntry entry) {
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        try (DataOutputStream fields = new DataOutputStream(hashed)) {
            put(fields, FORM);
            put(fields, entry.prevHash());
            put(fields, Long.toString(entry.seq()));
            put(fields, entry.eventId().toString());
            put(fields, entry.type());
            put(fields, entry.topic());
            put(fields, entry.migration());
            put(fields, entry.time().toString());
            put(fields, entry.payload());
            put(fields, entry.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(sha256().digest(hashed.toByteArray()));
    }

    private static void put(DataOutputStream fields, String text) throws IOException {
        put(fields, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(DataOutputStream fields, byte[] bytes) throws IOException {
        fields.writeInt(bytes.length);
        fields.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
