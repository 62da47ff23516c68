package io.lockkeeper.approval.window;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hours of high traffic, every week, by the wall clock of a place.
 *
 * @param days on which it begins
 * @param to not after {@code from} means on the next day
 * @param holds whether nothing may start in it; otherwise a start in it is only counted
 */
public record Peak(
        String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone, Scope scope, boolean holds) {

    private static final int DAYS_AHEAD = 8;

    public Peak {
        if (days.isEmpty() || from.equals(to)) {
            throw new IllegalArgumentException(
                    "peak " + name + " needs at least one day, and an end that differs from its beginning");
        }
        days = Set.copyOf(days);
    }

    /** One occurrence: closed from {@code from} until just before {@code until}. */
    record Hours(Instant from, Instant until) {
        boolean include(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /** The occurrence that {@code moment} lies in. */
    Optional<Hours> at(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return occurrences(day.minusDays(2), day.plusDays(1))
                .filter(hours -> hours.include(moment))
                .findFirst();
    }

    /** The beginning of the next occurrence after {@code moment}. */
    Optional<Instant> nextAfter(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return occurrences(day.minusDays(1), day.plusDays(DAYS_AHEAD))
                .map(Hours::from)
                .filter(start -> start.isAfter(moment))
                .findFirst();
    }

    private Stream<Hours> occurrences(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(this::beginningOn)
                // A clock change can swallow an occurrence whole.
                .filter(hours -> hours.until().isAfter(hours.from()));
    }

    private Hours beginningOn(LocalDate day) {
        LocalDate endDay = to.isAfter(from) ? day : day.plusDays(1);
        return new Hours(instant(day.atTime(from), true), instant(endDay.atTime(to), false));
    }

    /**
     * Where a local time happens twice, a peak begins at the first and ends at the second; where it is skipped, both are the
     * instant of the change. So no local time between the two is ever open.
     */
    private Instant instant(LocalDateTime local, boolean first) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(local);
            return gap.getInstant();
        }
        return local.toInstant(first ? offsets.getFirst() : offsets.getLast());
    }
}
