package io.lockkeeper.approval.window;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/freezes}.
 *
 * @param targets names; left out means all
 * @param environments names; left out means all
 */
record FreezeRequest(
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable List<String> targets,
        @Nullable List<String> environments) {}
