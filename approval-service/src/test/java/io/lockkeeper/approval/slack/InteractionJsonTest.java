package io.lockkeeper.approval.slack;

import io.lockkeeper.approval.directory.SlackUser;
import io.lockkeeper.approval.migration.MigrationId;
import io.lockkeeper.approval.migration.SubjectHash;
import io.lockkeeper.approval.slack.Interaction.Button;
import io.lockkeeper.approval.slack.Interaction.Card;
import io.lockkeeper.approval.slack.Interaction.Click;
import io.lockkeeper.approval.slack.Interaction.Other;
import io.lockkeeper.approval.slack.Interaction.ReasonGiven;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InteractionJsonTest {

    private static final Card CARD =
            new Card(new MigrationId("m-1"), new SubjectHash("sha256:aa"), "C0MIGRATE", "171.001");

    @Test
    void readsAClick() throws Exception {
        // when
        Interaction click = parse(click("lockkeeper.approve", "{\\\"m\\\":\\\"m-1\\\",\\\"s\\\":\\\"sha256:aa\\\"}"));

        // then
        assertThat(click).isEqualTo(new Click(Button.APPROVE, new SlackUser("T0LOCK", "U0DANA"), CARD, "1.2.3"));
    }

    @Test
    void trustsTheUsersOwnTeamInASharedChannel() throws Exception {
        // given
        String shared = click("lockkeeper.approve", "{\\\"m\\\":\\\"m-1\\\",\\\"s\\\":\\\"sha256:aa\\\"}")
                .replace("\"team_id\":\"T0LOCK\"", "\"team_id\":\"T0OTHER\"");

        // when
        Click click = (Click) parse(shared);

        // then
        assertThat(click.user()).isEqualTo(new SlackUser("T0OTHER", "U0DANA"));
    }

    @Test
    void readsTheReasonOfTheModalThatItOpened() throws Exception {
        // given
        String submission = """
                {"type":"view_submission","team":null,"user":{"id":"U0DANA","team_id":"T0LOCK"},
                 "view":{"callback_id":"lockkeeper.reject","private_metadata":%s,
                  "state":{"values":{"reason":{"lockkeeper.reason":{"type":"plain_text_input","value":"too late"}}}}}}
                """.formatted(quoted(InteractionJson.metadata(CARD)));

        // when
        Interaction given = parse(submission);

        // then
        assertThat(given).isEqualTo(new ReasonGiven(new SlackUser("T0LOCK", "U0DANA"), CARD, "too late"));
    }

    @Test
    void readsAModalWithoutText() throws Exception {
        // given
        String submission = """
                {"type":"view_submission","team":{"id":"T0LOCK"},"user":{"id":"U0DANA"},
                 "view":{"callback_id":"lockkeeper.reject","private_metadata":%s,
                  "state":{"values":{"reason":{"lockkeeper.reason":{"type":"plain_text_input","value":null}}}}}}
                """.formatted(quoted(InteractionJson.metadata(CARD)));

        // then
        assertThat(((ReasonGiven) parse(submission)).reason()).isEmpty();
    }

    @Test
    void leavesWhatIsNotOursAlone() throws Exception {
        assertThat(parse(click("somebody.else", "x"))).isEqualTo(new Other("block_actions somebody.else"));
        assertThat(parse("{\"type\":\"shortcut\",\"callback_id\":\"deploy\"}")).isEqualTo(new Other("shortcut deploy"));
        assertThat(parse("{\"type\":\"view_submission\",\"view\":{\"callback_id\":\"other\"}}"))
                .isInstanceOf(Other.class);
    }

    @Test
    void refusesWhatItCannotRead() {
        assertMalformed("payload=" + encoded("no json"));
        assertMalformed("payload=" + encoded("[]"));
        assertMalformed("payload=%zz");
        assertMalformed("other=1");
        assertMalformed("");
        assertMalformed("payload=" + encoded(click("lockkeeper.approve", "no json")));
        assertMalformed("payload=" + encoded(click("lockkeeper.approve", "{}")));
        assertMalformed("payload="
                + encoded(click("lockkeeper.approve", "{\\\"m\\\":\\\"m-1\\\",\\\"s\\\":\\\"sha256:aa\\\"}")
                        .replace("U0DANA", "")));
    }

    private static void assertMalformed(String form) {
        assertThatThrownBy(() -> InteractionJson.parse(form.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InteractionJson.Malformed.class);
    }

    private static Interaction parse(String payload) throws InteractionJson.Malformed {
        return InteractionJson.parse(("payload=" + encoded(payload)).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String click(String action, String value) {
        return """
                {"type":"block_actions","team":{"id":"T0LOCK","domain":"lock"},
                 "user":{"id":"U0DANA","username":"dana","team_id":"T0LOCK"},"trigger_id":"1.2.3",
                 "container":{"type":"message","message_ts":"171.001","channel_id":"C0MIGRATE"},
                 "channel":{"id":"C0MIGRATE","name":"db"},
                 "actions":[{"type":"button","block_id":"lockkeeper_actions","action_id":"%s","value":"%s"}]}
                """.formatted(action, value);
    }
}
