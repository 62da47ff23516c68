package io.lockkeeper.approval.window;

import io.lockkeeper.approval.ApprovalConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says whether a target may be touched at an instant. Peaks that make no sense fail the start. */
@Startup
@ApplicationScoped
public class Windows {

    private final FreezeStore freezes;
    private final List<Peak> peaks;

    Windows(FreezeStore freezes, ApprovalConfig config) {
        this.freezes = freezes;
        this.peaks =
                config.windows().peaks().entrySet().stream().map(Windows::peak).toList();
    }

    /**
     * Whether a run of at most {@code longest} on that target may start at {@code now}; asks the database each time, for a
     * freeze set a second ago must hold.
     */
    @Transactional
    public Gate gate(String target, String environment, Instant now, Duration longest) {
        return new WindowCalendar(freezes.notOverAt(now), peaks, target, environment).gate(now, longest);
    }

    private static Peak peak(Map.Entry<String, ApprovalConfig.Peak> entry) {
        ApprovalConfig.Peak peak = entry.getValue();
        return new Peak(
                entry.getKey(),
                peak.days(),
                peak.from(),
                peak.to(),
                peak.zone(),
                new Scope(peak.targets().orElse(Set.of()), peak.environments().orElse(Set.of())),
                peak.mode() == ApprovalConfig.PeakMode.HOLD);
    }
}
