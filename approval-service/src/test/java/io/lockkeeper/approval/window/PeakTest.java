package io.lockkeeper.approval.window;

import io.lockkeeper.approval.window.Peak.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PeakTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    @Test
    void followsTheWallClockThroughTheYear() {
        Peak morning = peak(EVERY_DAY, "09:00", "11:00");

        assertThat(morning.at(utc("2026-07-01T07:00:00Z")))
                .contains(new Hours(utc("2026-07-01T07:00:00Z"), utc("2026-07-01T09:00:00Z")));
        assertThat(morning.at(utc("2026-12-01T07:59:59Z"))).isEmpty();
        assertThat(morning.at(utc("2026-12-01T08:00:00Z")))
                .contains(new Hours(utc("2026-12-01T08:00:00Z"), utc("2026-12-01T10:00:00Z")));
    }

    @Test
    void isOverAtItsEnd() {
        Peak morning = peak(EVERY_DAY, "09:00", "11:00");

        assertThat(morning.at(utc("2026-12-01T09:59:59.999999999Z"))).isPresent();
        assertThat(morning.at(utc("2026-12-01T10:00:00Z"))).isEmpty();
    }

    @Test
    void beginsOnItsDaysAndMayEndOnTheNext() {
        // given: begins on Friday evening only
        Peak night = peak(Set.of(DayOfWeek.FRIDAY), "22:00", "06:00");

        // then: 2026-11-27 is a Friday
        assertThat(night.at(utc("2026-11-27T02:00:00Z"))).isEmpty();
        assertThat(night.at(utc("2026-11-27T21:30:00Z"))).isPresent();
        assertThat(night.at(utc("2026-11-28T04:59:00Z"))).isPresent();
        assertThat(night.at(utc("2026-11-28T05:00:00Z"))).isEmpty();
        assertThat(night.nextAfter(utc("2026-11-27T21:00:00Z"))).contains(utc("2026-12-04T21:00:00Z"));
    }

    @Test
    void beginsAtTheChangeWhenItsBeginningIsSkipped() {
        // given: 2026-03-29 02:00 → 03:00 in Berlin, at 01:00Z
        Peak early = peak(EVERY_DAY, "02:30", "05:00");

        // then
        assertThat(early.at(utc("2026-03-29T01:00:00Z")))
                .contains(new Hours(utc("2026-03-29T01:00:00Z"), utc("2026-03-29T03:00:00Z")));
        assertThat(early.at(utc("2026-03-29T00:59:59Z"))).isEmpty();
    }

    @Test
    void endsAtTheChangeWhenItsEndIsSkipped() {
        Peak early = peak(EVERY_DAY, "01:00", "02:30");

        assertThat(early.at(utc("2026-03-29T00:30:00Z")))
                .contains(new Hours(utc("2026-03-29T00:00:00Z"), utc("2026-03-29T01:00:00Z")));
    }

    @Test
    void isSkippedWholeWithTheHourItLiesIn() {
        Peak skipped = peak(EVERY_DAY, "02:10", "02:50");

        assertThat(skipped.at(utc("2026-03-29T01:00:00Z"))).isEmpty();
        assertThat(skipped.nextAfter(utc("2026-03-28T12:00:00Z"))).contains(utc("2026-03-30T00:10:00Z"));
    }

    @Test
    void coversBothPassesOfAnHourThatHappensTwice() {
        // given: 2026-10-25 03:00 → 02:00 in Berlin, at 01:00Z
        Peak twice = peak(EVERY_DAY, "02:00", "02:30");

        // then: from the first 02:00 (00:00Z) to the second 02:30 (01:30Z)
        assertThat(twice.at(utc("2026-10-25T00:45:00Z")))
                .contains(new Hours(utc("2026-10-25T00:00:00Z"), utc("2026-10-25T01:30:00Z")));
    }

    @Test
    void refusesWhatWouldNeverOrAlwaysBe() {
        assertThatThrownBy(() -> peak(Set.of(), "09:00", "11:00")).hasMessageContaining("at least one day");
        assertThatThrownBy(() -> peak(EVERY_DAY, "09:00", "09:00")).hasMessageContaining("differs");
    }

    private static Peak peak(Set<DayOfWeek> days, String from, String to) {
        return new Peak("peak", days, LocalTime.parse(from), LocalTime.parse(to), BERLIN, Scope.EVERYTHING, true);
    }

    private static Instant utc(String text) {
        return Instant.parse(text);
    }
}
