package io.lockkeeper.notifier.delivery;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlackAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "ratelimited, Limited",
        "rate_limited, Limited",
        "internal_error, Ambiguous",
        "fatal_error, Ambiguous",
        "request_timeout, Ambiguous",
        "service_unavailable, Unavailable",
        "message_not_found, Gone",
        "cannot_reply_to_message, Gone",
        "invalid_blocks, BlocksRefused",
        "msg_blocks_too_long, BlocksRefused",
        "channel_not_found, Refused",
        "not_in_channel, Refused",
        "invalid_auth, Refused",
        "edit_window_closed, Refused",
        "something_new, Refused"
    })
    void sortsSlacksErrorsByWhatIsDoneNext(String error, String kind) {
        assertThat(SlackAnswer.ofError(error, "").getClass().getSimpleName()).isEqualTo(kind);
    }
}
