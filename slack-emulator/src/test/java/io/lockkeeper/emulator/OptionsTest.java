package io.lockkeeper.emulator;

import io.lockkeeper.emulator.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {
    private static final Map<String, String> SECRETS =
            Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "secret");

    @Test
    void startsWithTheLocalStacksPeopleByDefault() throws Exception {
        // when
        Options options = Options.of(new String[0], SECRETS);

        // then
        assertThat(options.port()).isEqualTo(8090);
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.rateLimits()).isTrue();
        assertThat(options.workspace().people())
                .extracting(Workspace.User::id)
                .containsExactly("U0ALICE", "U0DANA", "U0BORIS");
        assertThat(options.toString()).doesNotContain("xoxb-1");
    }

    @Test
    void takesEachOption() throws Exception {
        // when
        Options options = Options.of(
                new String[] {
                    "--port=0",
                    "--host",
                    "localhost",
                    "--burst",
                    "7",
                    "--rate-limits",
                    "off",
                    "--public-url",
                    "http://slack.test",
                    "--interactivity-url",
                    "http://127.0.0.1:8082/slack/interactions"
                },
                SECRETS);

        // then
        assertThat(options.port()).isZero();
        assertThat(options.host()).isEqualTo("localhost");
        assertThat(options.burst()).isEqualTo(7);
        assertThat(options.rateLimits()).isFalse();
        assertThat(options.publicUrl()).isEqualTo("http://slack.test");
        assertThat(options.workspace().interactivityUrl()).isEqualTo("http://127.0.0.1:8082/slack/interactions");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> Options.of(new String[] {"--prot", "1"}, SECRETS))
                .hasMessageContaining("--prot");
        assertThatThrownBy(() -> Options.of(new String[] {"--port"}, SECRETS)).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> Options.of(new String[] {"--port", "70000"}, SECRETS))
                .hasMessageContaining("70000");
        assertThatThrownBy(() -> Options.of(new String[0], Map.of())).hasMessageContaining("SLACK_BOT_TOKEN");
    }

    @Test
    void readsAWorkspaceAndRefusesUnknownKeys(@TempDir Path folder) throws Exception {
        // given
        String json = """
                {"team":{"id":"T1","name":"Team","domain":"team"},
                 "app":{"id":"A1","bot_id":"B1","user":"U9","tokens":["xoxb-2"],"signing_secret":"s"},
                 "users":[{"id":"U1","name":"una"},{"id":"U9","name":"bot","is_bot":true}],
                 "channels":[{"id":"C1","name":"one"}]}""";
        Path file = Files.writeString(folder.resolve("workspace.json"), json);
        Path wrong = Files.writeString(folder.resolve("wrong.json"), json.replace("\"domain\"", "\"domian\""));

        // when
        Workspace workspace = Options.of(new String[] {"--workspace", file.toString()}, Map.of())
                .workspace();

        // then
        assertThat(workspace.channels().getFirst().members()).containsExactly("U1", "U9");
        assertThatThrownBy(() -> Options.of(new String[] {"--workspace", wrong.toString()}, Map.of()))
                .hasMessageContaining("domian");
    }
}
