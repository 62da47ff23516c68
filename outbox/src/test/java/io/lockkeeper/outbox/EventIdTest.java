package io.lockkeeper.outbox;

import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventIdTest {

    @Test
    void isAUuidOfVersionSevenWhateverTheRandomBits() {
        for (long bits : new long[] {0, -1, 0x123456789ABCDEFL}) {
            EventId id = EventId.at(Instant.parse("2026-11-21T10:15:30.123Z"), bits, bits);
            assertThat(id.value().version()).isEqualTo(7);
            assertThat(id.value().variant()).isEqualTo(2);
            assertThat(id.value().getMostSignificantBits() >>> 16)
                    .isEqualTo(Instant.parse("2026-11-21T10:15:30.123Z").toEpochMilli());
        }
    }

    @Test
    void sortsByTheMillisecondItWasMadeIn() {
        Instant start = Instant.parse("2026-11-21T10:15:30Z");
        assertThat(LongStream.range(0, 1_000)
                        .mapToObj(i -> EventId.at(start.plusMillis(i), -i, i).toString()))
                .isSorted();
    }

    @Test
    void isNeverMadeTwice() {
        assertThat(Stream.generate(EventId::next).limit(10_000)).doesNotHaveDuplicates();
    }

    @Test
    void readsBackWhatItWrites() {
        EventId id = EventId.next();
        assertThat(EventId.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void refusesWhatIsNoCanonicalUuid() {
        for (String text : new String[] {"", "1-1-1-1-1", "not-a-uuid", "zzzzzzzz-0000-7000-8000-000000000000"}) {
            assertThatThrownBy(() -> EventId.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
