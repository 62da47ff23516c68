package io.lockkeeper.approval.window;

import io.lockkeeper.approval.window.ClosedWindow.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The closed windows of one target: answers whether it may start, and when it fits. */
final class WindowCalendar {

    /** Room left between the upper estimate and the next closed window. */
    static final Duration ROOM = Duration.ofMinutes(5);

    /** What closes within this time is closed: no executor could begin before it. */
    static final Duration LEAD = Duration.ofMinutes(1);

    /** Gaps looked at before it is admitted that none fits; with two peaks a day more than a year. */
    private static final int MOST_GAPS = 1_000;

    private final List<Freeze> freezes;
    private final List<Peak> holding;
    private final List<Peak> warning;

    WindowCalendar(List<Freeze> freezes, List<Peak> peaks, String target, String environment) {
        this.freezes = freezes.stream()
                .filter(freeze -> freeze.scope().covers(target, environment))
                .toList();
        List<Peak> inScope = peaks.stream()
                .filter(peak -> peak.scope().covers(target, environment))
                .toList();
        this.holding = inScope.stream().filter(Peak::holds).toList();
        this.warning = inScope.stream().filter(peak -> !peak.holds()).toList();
    }

    private record Closure(Kind kind, String reason, Instant until) {}

    private record Fit(Instant from, @Nullable Instant until) {}

    /** @param longest upper estimate of the run */
    Gate gate(Instant now, Duration longest) {
        return closureAt(now)
                .or(() -> closureAt(now.plus(LEAD)))
                .<Gate>map(closure -> new Gate.Shut(window(closure, longest)))
                .orElseGet(() -> new Gate.Open(nextClosing(now).orElse(null), warningsAt(now)));
    }

    private ClosedWindow window(Closure closure, Duration longest) {
        Fit fit = firstFit(closure.until(), longest.plus(ROOM)).orElse(null);
        return new ClosedWindow(
                closure.kind(),
                closure.reason(),
                closure.until(),
                fit == null ? null : fit.from(),
                fit == null ? null : fit.until());
    }

    private Optional<Fit> firstFit(Instant from, Duration need) {
        Instant candidate = from;
        for (int gaps = 0; gaps < MOST_GAPS; gaps++) {
            Optional<Closure> closed = closureAt(candidate);
            if (closed.isPresent()) {
                candidate = closed.get().until();
                continue;
            }
            Instant next = nextClosing(candidate).orElse(null);
            if (next == null || Duration.between(candidate, next).compareTo(need) >= 0) {
                return Optional.of(new Fit(candidate, next));
            }
            candidate = next;
        }
        return Optional.empty();
    }

    /** Of several that lie over {@code moment}, the one that ends last; of those a freeze, since a person gave its reason. */
    private Optional<Closure> closureAt(Instant moment) {
        Stream<Closure> frozen = freezes.stream()
                .filter(freeze -> freeze.closes(moment))
                .map(freeze -> new Closure(Kind.FREEZE, freeze.reason(), freeze.end()));
        Stream<Closure> peaking = holding.stream()
                .flatMap(peak ->
                        peak.at(moment).map(hours -> new Closure(Kind.PEAK, peak.name(), hours.until())).stream());
        return Stream.concat(frozen, peaking)
                .max(Comparator.comparing(Closure::until)
                        .thenComparing(Closure::kind, Comparator.reverseOrder())
                        .thenComparing(Closure::reason));
    }

    private Optional<Instant> nextClosing(Instant moment) {
        Stream<Instant> freezing =
                freezes.stream().filter(f -> f.end().isAfter(f.from())).map(Freeze::from);
        Stream<Instant> peaking = holding.stream().flatMap(peak -> peak.nextAfter(moment).stream());
        return Stream.concat(freezing, peaking)
                .filter(start -> start.isAfter(moment))
                .min(Comparator.naturalOrder());
    }

    private Set<String> warningsAt(Instant now) {
        return warning.stream()
                .filter(peak -> peak.at(now).isPresent())
                .map(Peak::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
