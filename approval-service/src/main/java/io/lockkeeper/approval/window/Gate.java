package io.lockkeeper.approval.window;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a migration may start now. */
public sealed interface Gate {

    /**
     * It may.
     *
     * @param until when the next window closes; null when none is known
     * @param warnings names of the peaks that lie over this moment and only warn
     */
    record Open(@Nullable Instant until, Set<String> warnings) implements Gate {
        public Open {
            warnings = Set.copyOf(warnings);
        }
    }

    /** It may not. */
    record Shut(ClosedWindow window) implements Gate {}
}
