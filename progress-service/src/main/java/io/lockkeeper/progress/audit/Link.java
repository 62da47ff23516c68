package io.lockkeeper.progress.audit;

import io.lockkeeper.progress.event.Told;

/** How the next entry hangs on the chain. */
final class Link {

    private Link() {}

    /** The entry that {@code told} becomes after {@code head}. */
    static AuditEntry next(Head head, Told told) {
        AuditEntry unhashed = new AuditEntry(
                head.entries() + 1,
                told.id(),
                told.type(),
                told.topic(),
                told.migration().value(),
                told.time(),
                told.payload(),
                told.reading().body(),
                head.hash(),
                "");
        return hashed(unhashed);
    }

    static Head headAfter(AuditEntry entry) {
        return new Head(entry.seq(), entry.hash());
    }

    private static AuditEntry hashed(AuditEntry entry) {
        return new AuditEntry(
                entry.seq(),
                entry.eventId(),
                entry.type(),
                entry.topic(),
                entry.migration(),
                entry.time(),
                entry.payload(),
                entry.body(),
                entry.prevHash(),
                AuditHash.of(entry));
    }
}
