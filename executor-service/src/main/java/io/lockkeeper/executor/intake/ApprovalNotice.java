package io.lockkeeper.executor.intake;

/** What approval-service says that concerns the executor; nothing in it is trusted but a grant's signature. */
sealed interface ApprovalNotice {

    record Issued(String migration, String grant, String jws) implements ApprovalNotice {}

    record Revoked(String migration, String grant, String reason) implements ApprovalNotice {}

    /** For other services. */
    record NotForUs() implements ApprovalNotice {}

    /** Written by a newer service. */
    record Unrecognised() implements ApprovalNotice {}
}
