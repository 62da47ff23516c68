package io.lockkeeper.outbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TraceTest {

    private static final String OTHER = "00-11111111111111111111111111111111-2222222222222222-00";

    @Test
    void isTheGivenOneWithin() throws Exception {
        assertThat(Trace.within(Events.TRACEPARENT, Trace::current)).isEqualTo(Events.TRACEPARENT);
    }

    @Test
    void isTheOuterOneAgainAfterwardsEvenAfterAFailure() throws Exception {
        String after = Trace.within(Events.TRACEPARENT, () -> {
            assertThatThrownBy(() -> Trace.within(OTHER, () -> {
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
            return Trace.current();
        });
        assertThat(after).isEqualTo(Events.TRACEPARENT);
    }

    @Test
    void beginsANewOneForAMissingOrMalformedTraceparentAndKeepsItWithin() throws Exception {
        for (String given : new String[] {
            null,
            "",
            "garbage",
            "00-XYZ",
            Events.TRACEPARENT + "x",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01"
        }) {
            String first = Trace.within(given, () -> {
                String current = Trace.current();
                assertThat(Trace.current()).isEqualTo(current);
                return current;
            });
            assertThat(first).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01").isNotEqualTo(given);
        }
    }

    @Test
    void isANewOneOutside() {
        assertThat(Trace.current()).isNotEqualTo(Trace.current());
    }
}
