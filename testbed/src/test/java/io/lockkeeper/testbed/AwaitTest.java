package io.lockkeeper.testbed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AwaitTest {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void returnsTheValueOfTheFirstLookThatSeesOne() {
        // when
        String value = Await.value(
                "a third look",
                Duration.ofSeconds(5),
                () -> looks.incrementAndGet() == 3 ? Optional.of("seen") : Optional.empty());

        // then
        assertThat(value).isEqualTo("seen");
        assertThat(looks).hasValue(3);
    }

    @Test
    void saysWhatItWaitedForAndWhyTheLastLookFailed() {
        // when
        var waiting = org.assertj.core.api.Assertions.catchThrowable(() -> Await.asserted(
                "two to be three", Duration.ofMillis(60), () -> assertThat(2).isEqualTo(3)));

        // then
        assertThat(waiting)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in vain for two to be three")
                .hasMessageContaining("expected: 3")
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void takesAThrowingConditionForNotYet() {
        assertThatThrownBy(() -> Await.until("a broken condition", Duration.ofMillis(60), () -> {
                    throw new java.io.IOException("no route");
                }))
                .hasMessageContaining("no route");
    }
}
