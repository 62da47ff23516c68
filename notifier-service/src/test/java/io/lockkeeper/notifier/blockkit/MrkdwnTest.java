package io.lockkeeper.notifier.blockkit;

import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MrkdwnTest {

    @Test
    void showsMarkupAsTextInsteadOfActingOnIt() {
        assertThat(Mrkdwn.text("a < b & c > d <!channel>", 100)).isEqualTo("a &lt; b &amp; c &gt; d &lt;!channel&gt;");
        assertThat(Mrkdwn.text("@channel @Here me@everyone.com", 100))
                .isEqualTo("@\u2060channel @\u2060Here me@\u2060everyone.com");
    }

    @Test
    void cutsAtTheLimitButNeverInsideAnEntityOrACharacter() {
        assertThat(Mrkdwn.text("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Mrkdwn.text("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Mrkdwn.text("abc<defg", 6)).isEqualTo("abc…");
        assertThat(Mrkdwn.text("abcd😀efg", 6)).isEqualTo("abcd…");
        assertThat(Mrkdwn.plain("abcd😀efg", 6)).isEqualTo("abcd…");
    }

    @Test
    void showsInvisibleAndDirectionChangingCharacters() {
        assertThat(Mrkdwn.text("drop\u202Epord\u0000\u200B", 100)).isEqualTo("drop\uFFFDpord\uFFFD\uFFFD");
        assertThat(Mrkdwn.text("a\tb\nc", 100)).isEqualTo("a b c");
    }

    @Test
    void keepsCodeInsideItsBlock() {
        assertThat(Mrkdwn.codeBlock("SELECT `a`\nFROM b", 100)).isEqualTo("```\nSELECT `a`\nFROM b\n```");
        assertThat(Mrkdwn.codeBlock("``` <!here>", 100)).isEqualTo("```\n` ` `  &lt;!here&gt;\n```");
        assertThat(Mrkdwn.codeBlock("x".repeat(200), 50)).hasSize(50).endsWith("…\n```");
        assertThat(Mrkdwn.code("or`ders", 20)).isEqualTo("`or'ders`");
    }

    @Test
    void linksOnlyToWebPages() {
        assertThat(Mrkdwn.link("https://a.example/x?a=1&b=2", "Diff"))
                .contains("<https://a.example/x?a=1&amp;b=2|Diff>");
        assertThat(Mrkdwn.link("javascript:alert(1)", "Diff")).isEmpty();
        assertThat(Mrkdwn.link("https://a.example/x|y>z", "Diff")).isEmpty();
        assertThat(Mrkdwn.link("https://user:pw@a.example/", "Diff")).isEmpty();
        assertThat(Mrkdwn.link("", "Diff")).isEmpty();
    }

    @Test
    void mentionsSlackUsersAndNamesOthers() {
        assertThat(Mrkdwn.person("U0DANA", "dana")).isEqualTo("<@U0DANA>");
        assertThat(Mrkdwn.person("", "dana")).isEqualTo("dana");
        assertThat(Mrkdwn.person("!channel", "d<na")).isEqualTo("d&lt;na");
        assertThat(Mrkdwn.person("", "")).isEqualTo("somebody");
    }

    @Test
    void givesMomentsInTheReadersZoneWithUtcAsFallback() {
        assertThat(Mrkdwn.moment(Instant.parse("2026-11-21T10:00:00Z")))
                .isEqualTo("<!date^1795255200^{date_short_pretty} at {time_secs}|2026-11-21 10:00:00 UTC>");
    }
}
