package io.lockkeeper.progress.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One event in the chain. All fields but {@code hash} are hashed.
 *
 * @param seq place in the chain, from 1, without gaps
 * @param migration the record's key
 * @param payload the record's value, byte for byte
 * @param body the same as JSON for reading
 * @param prevHash hash of the entry before, {@link AuditHash#GENESIS} for the first
 */
public record AuditEntry(
        long seq,
        UUID eventId,
        String type,
        String topic,
        String migration,
        Instant time,
        byte[] payload,
        String body,
        String prevHash,
        String hash) {}
