package io.lockkeeper.approval.window;

import io.lockkeeper.approval.window.ClosedWindow.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WindowCalendarTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration SHORT = Duration.ofSeconds(40);

    @Test
    void isOpenWithoutFreezesAndPeaks() {
        assertThat(gate(List.of(), List.of(), NOON, SHORT)).isEqualTo(new Gate.Open(null, Set.of()));
    }

    @Test
    void isShutInAFreezeAndSuggestsItsEnd() {
        // given
        Freeze freeze = freeze("sale", NOON.minusSeconds(60), NOON.plusSeconds(3_600));

        // when
        Gate gate = gate(List.of(freeze), List.of(), NOON, SHORT);

        // then
        assertThat(gate)
                .isEqualTo(new Gate.Shut(
                        new ClosedWindow(Kind.FREEZE, "sale", NOON.plusSeconds(3_600), NOON.plusSeconds(3_600), null)));
    }

    @Test
    void isOpenFromTheFirstInstantAfterAFreeze() {
        Freeze freeze = freeze("sale", NOON.minusSeconds(60), NOON);

        assertThat(gate(List.of(freeze), List.of(), NOON.minusNanos(1), SHORT)).isInstanceOf(Gate.Shut.class);
        assertThat(gate(List.of(freeze), List.of(), NOON, SHORT)).isInstanceOf(Gate.Open.class);
    }

    @Test
    void isOpenOnceAFreezeWasEndedEarly() {
        Freeze freeze = freeze("sale", NOON.minusSeconds(60), NOON.plusSeconds(3_600), ended(NOON));

        assertThat(gate(List.of(freeze), List.of(), NOON.minusSeconds(1), SHORT))
                .isInstanceOf(Gate.Shut.class);
        assertThat(gate(List.of(freeze), List.of(), NOON, SHORT)).isEqualTo(new Gate.Open(null, Set.of()));
    }

    @Test
    void forgetsAFreezeThatWasEndedBeforeItBegan() {
        Freeze freeze = freeze("sale", NOON.plusSeconds(600), NOON.plusSeconds(3_600), ended(NOON));

        assertThat(gate(List.of(freeze), List.of(), NOON.plusSeconds(1), SHORT))
                .isEqualTo(new Gate.Open(null, Set.of()));
        assertThat(gate(List.of(freeze), List.of(), NOON.plusSeconds(700), SHORT))
                .isInstanceOf(Gate.Open.class);
    }

    @Test
    void tellsWhenTheNextWindowCloses() {
        Freeze freeze = freeze("sale", NOON.plusSeconds(600), NOON.plusSeconds(3_600));

        assertThat(gate(List.of(freeze), List.of(), NOON, SHORT))
                .isEqualTo(new Gate.Open(NOON.plusSeconds(600), Set.of()));
    }

    @Test
    void isShutWhenAWindowClosesBeforeAnythingCouldBegin() {
        Freeze freeze = freeze("sale", NOON.plusSeconds(30), NOON.plusSeconds(3_600));

        assertThat(gate(List.of(freeze), List.of(), NOON, SHORT)).isInstanceOf(Gate.Shut.class);
    }

    @Test
    void isShutOnlyForWhatTheFreezeIsFor() {
        Freeze other = new Freeze(
                id(), "sale", NOON, NOON.plusSeconds(60), new Scope(Set.of("other"), Set.of()), "dana", NOON, null);
        Freeze staging = new Freeze(
                id(), "sale", NOON, NOON.plusSeconds(60), new Scope(Set.of(), Set.of("staging")), "dana", NOON, null);
        Freeze both = new Freeze(
                id(),
                "sale",
                NOON,
                NOON.plusSeconds(60),
                new Scope(Set.of("shop-production"), Set.of("production")),
                "dana",
                NOON,
                null);

        assertThat(gate(List.of(other, staging), List.of(), NOON, SHORT)).isInstanceOf(Gate.Open.class);
        assertThat(gate(List.of(other, both), List.of(), NOON, SHORT)).isInstanceOf(Gate.Shut.class);
    }

    @Test
    void suggestsTheFirstGapInWhichTheEstimateFits() {
        // given: 12:00-13:00 frozen, then a gap of 20 min, then frozen until 15:00
        Freeze first = freeze("one", NOON, at("13:00"));
        Freeze second = freeze("two", at("13:20"), at("15:00"));

        // when
        ClosedWindow fits = shut(gate(List.of(first, second), List.of(), NOON, Duration.ofMinutes(15)));
        ClosedWindow tooLong = shut(gate(List.of(first, second), List.of(), NOON, Duration.ofMinutes(16)));

        // then: 15 min and 5 min of room fit into 20 min exactly
        assertThat(fits.suggestedFrom()).isEqualTo(at("13:00"));
        assertThat(fits.suggestedUntil()).isEqualTo(at("13:20"));
        assertThat(tooLong.suggestedFrom()).isEqualTo(at("15:00"));
        assertThat(tooLong.suggestedUntil()).isNull();
    }

    @Test
    void suggestsBeyondPeaksThatFollowAFreeze() {
        // given: frozen until 13:00, peak every day 12:30-14:00 and 14:04-18:00
        Freeze freeze = freeze("one", NOON, at("13:00"));
        List<Peak> peaks = List.of(peak("noon", "12:30", "14:00", true), peak("afternoon", "14:04", "18:00", true));

        // when
        ClosedWindow window = shut(gate(List.of(freeze), peaks, NOON, SHORT));

        // then: 4 min are too few
        assertThat(window.until()).isEqualTo(at("13:00"));
        assertThat(window.suggestedFrom()).isEqualTo(at("18:00"));
        assertThat(window.suggestedUntil()).isEqualTo(Instant.parse("2026-11-22T12:30:00Z"));
    }

    @Test
    void suggestsNothingWhereTheEstimateNeverFits() {
        Peak most = peak("day", "01:00", "00:00", true);

        ClosedWindow window = shut(gate(List.of(), List.of(most), NOON, Duration.ofHours(2)));

        assertThat(window.kind()).isEqualTo(Kind.PEAK);
        assertThat(window.reason()).isEqualTo("day");
        assertThat(window.suggestedFrom()).isNull();
    }

    @Test
    void suggestsTheSameWheneverItIsAsked() {
        Freeze freeze = freeze("one", NOON, at("13:00"));
        List<Peak> peaks = List.of(peak("noon", "12:30", "14:00", true));

        assertThat(gate(List.of(freeze), peaks, NOON, SHORT))
                .isEqualTo(gate(List.of(freeze), peaks, NOON.plusSeconds(900), SHORT));
    }

    @Test
    void namesTheWindowThatEndsLast() {
        Freeze brief = freeze("brief", NOON, at("12:30"));
        Freeze lasting = freeze("lasting", NOON, at("13:30"));
        Peak peak = peak("noon", "11:00", "13:30", true);

        ClosedWindow window = shut(gate(List.of(brief, lasting), List.of(peak), NOON, SHORT));

        assertThat(window.reason()).isEqualTo("lasting");
        assertThat(window.kind()).isEqualTo(Kind.FREEZE);
    }

    @Test
    void onlyWarnsInAPeakThatDoesNotHold() {
        Peak warning = peak("lunch", "11:00", "13:00", false);

        assertThat(gate(List.of(), List.of(warning), NOON, SHORT)).isEqualTo(new Gate.Open(null, Set.of("lunch")));
    }

    @Test
    void refusesAFreezeWithoutReasonOrInWrongOrder() {
        assertThatThrownBy(() -> freeze(" ", NOON, NOON.plusSeconds(1))).hasMessageContaining("needs a reason");
        assertThatThrownBy(() -> freeze("sale", NOON, NOON)).hasMessageContaining("end after its beginning");
    }

    private static Gate gate(List<Freeze> freezes, List<Peak> peaks, Instant now, Duration longest) {
        return new WindowCalendar(freezes, peaks, "shop-production", "production").gate(now, longest);
    }

    private static ClosedWindow shut(Gate gate) {
        assertThat(gate).isInstanceOf(Gate.Shut.class);
        return ((Gate.Shut) gate).window();
    }

    private static Freeze freeze(String reason, Instant from, Instant until) {
        return freeze(reason, from, until, null);
    }

    private static Freeze freeze(String reason, Instant from, Instant until, Freeze.@Nullable Ending ended) {
        return new Freeze(id(), reason, from, until, Scope.EVERYTHING, "dana", from, ended);
    }

    private static Freeze.Ending ended(Instant at) {
        return new Freeze.Ending("dana", at);
    }

    private static Peak peak(String name, String from, String to, boolean holds) {
        return new Peak(
                name,
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.parse(from),
                LocalTime.parse(to),
                ZoneOffset.UTC,
                Scope.EVERYTHING,
                holds);
    }

    private static FreezeId id() {
        return new FreezeId(UUID.randomUUID());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-21T" + time + ":00Z");
    }
}
