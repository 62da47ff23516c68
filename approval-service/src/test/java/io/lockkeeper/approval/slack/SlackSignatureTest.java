package io.lockkeeper.approval.slack;

import io.lockkeeper.approval.slack.SlackSignature.Check;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SlackSignatureTest {

    /** Slack's own example. */
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String TIMESTAMP = "1531420618";
    private static final String BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
            + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final Instant SENT = Instant.ofEpochSecond(1_531_420_618L);

    @Test
    void knowsSlacksOwnExample() {
        assertThat(at(SENT).check(TIMESTAMP, SIGNATURE, bytes(BODY))).isEqualTo(Check.GENUINE);
    }

    @Test
    void refusesAChangedBodyTimestampOrSignature() {
        assertThat(at(SENT).check(TIMESTAMP, SIGNATURE, bytes(BODY + "&"))).isEqualTo(Check.FORGED);
        assertThat(at(SENT).check("1531420619", SIGNATURE, bytes(BODY))).isEqualTo(Check.FORGED);
        assertThat(at(SENT).check(TIMESTAMP, SIGNATURE.replace('a', 'b'), bytes(BODY)))
                .isEqualTo(Check.FORGED);
        assertThat(at(SENT).check(TIMESTAMP, "", bytes(BODY))).isEqualTo(Check.FORGED);
        assertThat(new SlackSignature("other", Clock.fixed(SENT, ZoneOffset.UTC))
                        .check(TIMESTAMP, SIGNATURE, bytes(BODY)))
                .isEqualTo(Check.FORGED);
    }

    @Test
    void refusesTheOldAndTheFutureAlike() {
        Duration window = Duration.ofSeconds(300);

        assertThat(at(SENT.plus(window)).check(TIMESTAMP, SIGNATURE, bytes(BODY)))
                .isEqualTo(Check.GENUINE);
        assertThat(at(SENT.plus(window).plusSeconds(1)).check(TIMESTAMP, SIGNATURE, bytes(BODY)))
                .isEqualTo(Check.OUTSIDE_WINDOW);
        assertThat(at(SENT.minus(window)).check(TIMESTAMP, SIGNATURE, bytes(BODY)))
                .isEqualTo(Check.GENUINE);
        assertThat(at(SENT.minus(window).minusSeconds(1)).check(TIMESTAMP, SIGNATURE, bytes(BODY)))
                .isEqualTo(Check.OUTSIDE_WINDOW);
    }

    @Test
    void refusesTheSameRequestTwice() {
        // given
        SlackSignature signature = at(SENT);

        // when
        Check first = signature.check(TIMESTAMP, SIGNATURE, bytes(BODY));
        Check second = signature.check(TIMESTAMP, SIGNATURE, bytes(BODY));

        // then
        assertThat(first).isEqualTo(Check.GENUINE);
        assertThat(second).isEqualTo(Check.REPEATED);
    }

    @Test
    void doesNotLetAForgeryUseUpTheGenuineOne() {
        // given
        SlackSignature signature = at(SENT);
        assertThat(signature.check(TIMESTAMP, SIGNATURE, bytes("forged"))).isEqualTo(Check.FORGED);

        // then
        assertThat(signature.check(TIMESTAMP, SIGNATURE, bytes(BODY))).isEqualTo(Check.GENUINE);
    }

    @Test
    void refusesWhatIsNotSignedAtAll() {
        assertThat(at(SENT).check(null, SIGNATURE, bytes(BODY))).isEqualTo(Check.MISSING);
        assertThat(at(SENT).check(TIMESTAMP, null, bytes(BODY))).isEqualTo(Check.MISSING);
        assertThat(at(SENT).check("-1531420618", SIGNATURE, bytes(BODY))).isEqualTo(Check.MISSING);
        assertThat(at(SENT).check("9".repeat(40), SIGNATURE, bytes(BODY))).isEqualTo(Check.MISSING);
        assertThat(at(SENT).check("", SIGNATURE, bytes(BODY))).isEqualTo(Check.MISSING);
    }

    @Test
    void refusesABlankSecret() {
        assertThatThrownBy(() -> new SlackSignature(" ", Clock.systemUTC())).hasMessageContaining("signing-secret");
    }

    private static SlackSignature at(Instant now) {
        return new SlackSignature(SECRET, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
