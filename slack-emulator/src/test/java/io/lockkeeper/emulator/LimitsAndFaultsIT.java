package io.lockkeeper.emulator;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LimitsAndFaultsIT {
    @Test
    void answers429WithRetryAfterToASecondPostInTheSameSecond() throws Exception {
        try (Harness harness = Harness.limited(0)) {
            // given
            harness.client().chatPostMessage(r -> r.channel("C0MIGRATE").text("one"));

            // then
            assertThatThrownBy(() -> harness.client()
                            .chatPostMessage(r -> r.channel("C0MIGRATE").text("two")))
                    .isInstanceOfSatisfying(SlackApiException.class, refused -> {
                        assertThat(refused.getResponse().code()).isEqualTo(429);
                        assertThat(refused.getResponse().header("Retry-After")).isEqualTo("1");
                        assertThat(refused.getError().getError()).isEqualTo("ratelimited");
                    });
            harness.clock.advance(Duration.ofSeconds(1));
            assertThat(harness.client()
                            .chatPostMessage(r -> r.channel("C0MIGRATE").text("two"))
                            .isOk())
                    .isTrue();
        }
    }

    @Test
    void failsAsOrderedAndThenNoMore() throws Exception {
        try (Harness harness = Harness.unlimited()) {
            // given
            harness.drive("faults", "{\"method\":\"chat.postMessage\",\"kind\":\"internal_error\",\"times\":1}");
            harness.drive(
                    "faults",
                    "{\"method\":\"chat.postMessage\",\"kind\":\"internal_error_after_success\",\"times\":1}");
            harness.drive("faults", "{\"method\":\"chat.postMessage\",\"kind\":\"ratelimited\"}");

            // when
            String nothing = harness.client()
                    .chatPostMessage(r -> r.channel("C0MIGRATE").text("lost"))
                    .getError();
            String something = harness.client()
                    .chatPostMessage(r -> r.channel("C0MIGRATE").text("kept"))
                    .getError();

            // then
            assertThat(nothing).isEqualTo("internal_error");
            assertThat(something).isEqualTo("internal_error");
            assertThatThrownBy(() -> harness.client()
                            .chatPostMessage(r -> r.channel("C0MIGRATE").text("x")))
                    .isInstanceOf(SlackApiException.class);
            assertThat(harness.client()
                            .conversationsHistory(r -> r.channel("C0MIGRATE"))
                            .getMessages())
                    .extracting(m -> m.getText())
                    .containsExactly("kept");
            assertThat(harness.getJson("/emulator/calls")
                            .at("/chat.postMessage/ends/internal_error")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void fallsSilentWhenATimeoutIsOrdered() throws Exception {
        try (Harness harness = Harness.unlimited()) {
            // given
            harness.slack.getConfig().setHttpClientReadTimeoutMillis(500);
            harness.drive("faults", "{\"method\":\"users.info\",\"kind\":\"timeout\"}");

            // then
            assertThatThrownBy(() -> Slack.getInstance(harness.slack.getConfig())
                            .methods(Harness.TOKEN)
                            .usersInfo(r -> r.user("U0DANA")))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesToOrderAnUnknownFault() throws Exception {
        try (Harness harness = Harness.unlimited()) {
            assertThat(harness.post("/emulator/faults", "application/json", "{\"method\":\"x\",\"kind\":\"y\"}")
                            .statusCode())
                    .isEqualTo(400);
        }
    }
}
