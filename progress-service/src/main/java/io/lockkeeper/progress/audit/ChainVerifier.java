package io.lockkeeper.progress.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the chain from its first entry, one entry at a time in the order of {@code seq}. Not thread-safe; keeps two
 * hashes and a counter, whatever the length of the chain.
 *
 * <p>Whoever can write every table can also recompute every hash. Against that only memory helps: a head remembered from an
 * earlier look must still be in the chain.
 */
final class ChainVerifier {

    private final Head remembered;
    private Head good = Head.GENESIS;
    private long read;
    private Verdict.@Nullable Break firstBroken;

    /** @param remembered a head seen earlier; {@link Head#GENESIS} when none is remembered */
    ChainVerifier(Head remembered) {
        this.remembered = remembered;
    }

    /** Checks the next entry; after the first break the rest is only counted. */
    void accept(AuditEntry entry) {
        read++;
        if (firstBroken != null) {
            return;
        }
        String wrong = wrong(entry);
        if (wrong != null) {
            firstBroken = new Verdict.Break(Math.min(entry.seq(), good.entries() + 1), wrong);
            return;
        }
        good = Link.headAfter(entry);
        if (good.entries() == remembered.entries() && !good.hash().equals(remembered.hash())) {
            firstBroken = new Verdict.Break(entry.seq(), "its hash is not the one remembered: the chain was rewritten");
        }
    }

    /**
     * The verdict after the last entry.
     *
     * @param head what the head row says; null when it is gone
     */
    Verdict finish(@Nullable Head head, Instant now) {
        if (firstBroken == null) {
            firstBroken = endWrong(head);
        }
        return new Verdict(firstBroken == null, read, good.hash(), firstBroken, now);
    }

    private @Nullable String wrong(AuditEntry entry) {
        long expected = good.entries() + 1;
        if (entry.seq() > expected) {
            return entry.seq() == expected + 1
                    ? "entry " + expected + " is missing"
                    : "entries " + expected + " to " + (entry.seq() - 1) + " are missing";
        }
        if (entry.seq() < expected) {
            return "entry " + entry.seq() + " is there twice or out of order";
        }
        if (!entry.prevHash().equals(good.hash())) {
            return "it does not follow the entry before: the hash it names is another";
        }
        return AuditHash.of(entry).equals(entry.hash()) ? null : "its content does not match its hash";
    }

    private Verdict.@Nullable Break endWrong(@Nullable Head head) {
        if (head == null) {
            return new Verdict.Break(good.entries() + 1, "the head of the chain is missing");
        }
        if (head.entries() > good.entries()) {
            return new Verdict.Break(
                    good.entries() + 1,
                    "the chain ends at entry " + good.entries() + ", its head counts " + head.entries()
                            + ": the end was cut off");
        }
        if (head.entries() < good.entries()) {
            return new Verdict.Break(
                    head.entries() + 1, "the head counts only " + head.entries() + " entries: an entry was forged");
        }
        if (!head.hash().equals(good.hash())) {
            return new Verdict.Break(good.entries(), "the head names another hash than the last entry has");
        }
        if (remembered.entries() > good.entries()) {
            return new Verdict.Break(
                    good.entries() + 1,
                    "the chain had " + remembered.entries() + " entries before: the end was cut off");
        }
        return null;
    }
}
