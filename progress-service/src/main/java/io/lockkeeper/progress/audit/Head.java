package io.lockkeeper.progress.audit;

/** The end of the chain: how many entries it has and the hash of the last. */
public record Head(long entries, String hash) {

    /** The chain before its first entry. */
    public static final Head GENESIS = new Head(0, AuditHash.GENESIS);
}
