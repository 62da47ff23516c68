package io.lockkeeper.emulator.page;

import io.lockkeeper.emulator.workspace.WorkspaceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MrkdwnTest {
    private final Mrkdwn mrkdwn = new Mrkdwn(WorkspaceFile.local("xoxb-1", "secret", ""));

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "*bold* _italic_ ~gone~ => <strong>bold</strong> <em>italic</em> <s>gone</s>",
                "2*3*4 snake_case_name => 2*3*4 snake_case_name",
                "`a *b*` => <code>a *b*</code>",
                "```SELECT 1``` => <pre>SELECT 1</pre>",
                "<@U0DANA> => <span class=\"mention\">@Dana Okafor</span>",
                "<#C0MIGRATE> => <span class=\"mention\">#db-migrations</span>",
                "<!subteam^S0DBA> => <span class=\"mention\">@dba</span>",
                "<!here> => <span class=\"mention\">@here</span>",
                "&lt;b&gt; &amp; c => &lt;b&gt; &amp; c",
                "a < b => a &lt; b",
                ":white_check_mark: :nonsense: => ✅ :nonsense:",
                "<!date^1795341000^{date} at {time}|soon> => <time class=\"date\" data-epoch=\"1795341000\""
                        + " data-format=\"{date} at {time}\">soon</time>",
            })
    void rendersWhatSlackRenders(String text, String html) {
        assertThat(mrkdwn.html(text)).isEqualTo(html);
    }

    @Test
    void rendersLinksInsideBold() {
        assertThat(mrkdwn.html("*<https://example.com/?a=1&amp;b=2|the plan>*"))
                .isEqualTo("<strong><a href=\"https://example.com/?a=1&amp;b=2\" target=\"_blank\""
                        + " rel=\"noopener noreferrer\">the plan</a></strong>");
    }

    @Test
    void rendersQuotesAndLines() {
        assertThat(mrkdwn.html("one\n&gt; two\n&gt; three\nfour"))
                .isEqualTo("one<blockquote>two<br>three</blockquote>four");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<javascript:alert(1)|click>",
                "<https://example.com/\" onmouseover=\"alert(1)|x>",
                "```<img src=x onerror=alert(1)>```",
                "`<img src=x onerror=alert(1)>`",
                "<@U0DANA|<img src=x>>",
                "<!date^1^{date}\" onclick=\"x|<b>>",
                "*<img src=x>*"
            })
    void letsNothingThroughUnescaped(String text) {
        // when
        String html = mrkdwn.html(text);

        // then
        assertThat(html).doesNotContain("<script", "<img", "<b>", "href=\"javascript:");
        assertThat(html).doesNotContainPattern("<[^>]*\\son\\w+=\"");
    }
}
