package io.lockkeeper.approval.decision;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/migrations/{id}/decisions}.
 *
 * @param verdict {@code approve} or {@code reject}
 * @param comment why; required to reject
 * @param subjectHash what the person saw, as {@code GET …/approval} names it
 */
record DecisionRequest(
        @Nullable String verdict,
        @Nullable String comment,
        @Nullable String subjectHash) {}
