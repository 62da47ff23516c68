package io.lockkeeper.executor.grant;

/** What the verification of a grant says. */
public sealed interface GrantVerdict {

    /** The signature is approval-service's and every claim is in order. */
    record Valid(Grant grant) implements GrantVerdict {}

    /**
     * No permission.
     *
     * @param detail for the log; holds no part of the signed text
     */
    record Refused(Reason reason, String detail) implements GrantVerdict {}

    /** Why a grant is refused; the lower-case name is the metric's tag. */
    enum Reason {
        /** No compact JWS at all, or one that is too long. */
        MALFORMED,
        /** Another algorithm than Ed25519, {@code none} above all. */
        ALGORITHM,
        /** Signed by a key that this executor was not told to trust. */
        UNKNOWN_KEY,
        /** The signature does not fit the content. */
        SIGNATURE,
        /** A claim is missing or is not for this service. */
        CLAIMS,
        /** For another migration than the event it came in. */
        OTHER_MIGRATION,
        /** Its time has not come. */
        NOT_YET_VALID,
        /** Its time is over. */
        EXPIRED,
        /** It names another grant than the one that was announced. */
        OTHER_GRANT,
        /** It was used before; a grant starts one run. */
        ALREADY_USED,
        /** The migration had its run, or was refused one. */
        MIGRATION_CLOSED,
        /** It names a target that this executor does not have. */
        UNKNOWN_TARGET
    }
}
