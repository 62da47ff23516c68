package io.lockkeeper.approval.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A freeze in the answers of {@code /v1/freezes}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FreezeView(
        String id,
        String reason,
        Instant from,
        Instant until,
        @Nullable List<String> targets,
        @Nullable List<String> environments,
        String setBy,
        Instant setAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    static FreezeView of(Freeze freeze) {
        Freeze.Ending ended = freeze.ended();
        return new FreezeView(
                freeze.id().toString(),
                freeze.reason(),
                freeze.from(),
                freeze.until(),
                names(freeze.scope().targets()),
                names(freeze.scope().environments()),
                freeze.setBy(),
                freeze.setAt(),
                ended == null ? null : ended.by(),
                ended == null ? null : ended.at());
    }

    private static @Nullable List<String> names(Set<String> names) {
        return names.isEmpty() ? null : names.stream().sorted().toList();
    }
}
