package io.lockkeeper.emulator.page;

import io.lockkeeper.emulator.workspace.Workspace;
import io.lockkeeper.emulator.workspace.Workspace.Channel;
import io.lockkeeper.emulator.workspace.Workspace.User;
import io.lockkeeper.emulator.workspace.Workspace.UserGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's mrkdwn as HTML. Code and {@code <…>} sequences are set aside first, the rest is escaped, then formatted; nothing
 * from the text reaches the page unescaped.
 */
final class Mrkdwn {
    private static final Pattern APART =
            Pattern.compile("```(?<block>[\\s\\S]+?)```|`(?<code>[^`\\n]+)`|<(?<ctl>[^<>\\n]+)>");
    private static final Pattern HELD = Pattern.compile("\uE000(\\d+)\uE001");
    private static final Pattern AROUND_BLOCKS = Pattern.compile("\\n?(\uE000\\d+\uE001)\uE002\\n?");
    private static final Pattern BOLD = span("\\*");
    private static final Pattern ITALIC = span("_");
    private static final Pattern STRIKE = span("~");
    private static final Pattern QUOTE = Pattern.compile("(?m)(?:^&gt; ?[^\\n]*(?:\\n|$))+");

    private final Workspace workspace;

    Mrkdwn(Workspace workspace) {
        this.workspace = workspace;
    }

    private static Pattern span(String mark) {
        return Pattern.compile("(?<![\\w" + mark + "])" + mark + "(?=\\S)([^" + mark + "\\n]*[^\\s" + mark + "])" + mark
                + "(?![\\w" + mark + "])");
    }

    String html(String text) {
        List<String> held = new ArrayList<>();
        String marked = APART.matcher(text.replaceAll("[\uE000-\uE002]", "")).replaceAll(match -> {
            held.add(apart(match.group()));
            return "\uE000" + (held.size() - 1) + "\uE001" + (match.group("block") == null ? "" : "\uE002");
        });
        String html = Emoji.replace(Html.escape(decoded(marked)));
        html = BOLD.matcher(html).replaceAll("<strong>$1</strong>");
        html = ITALIC.matcher(html).replaceAll("<em>$1</em>");
        html = STRIKE.matcher(html).replaceAll("<s>$1</s>");
        html = QUOTE.matcher(html).replaceAll(m -> Matcher.quoteReplacement(quote(m.group())));
        html = AROUND_BLOCKS.matcher(html).replaceAll("$1");
        html = html.replace("\n<blockquote>", "<blockquote>").replace("\n", "<br>");
        return HELD.matcher(html).replaceAll(m -> Matcher.quoteReplacement(held.get(Integer.parseInt(m.group(1)))));
    }

    private static String quote(String lines) {
        String inside = lines.strip().replaceAll("(?m)^&gt; ?", "");
        return "<blockquote>" + inside + "</blockquote>";
    }

    private String apart(String match) {
        if (match.startsWith("```")) {
            String code = match.substring(3, match.length() - 3);
            return "<pre>"
                    + Html.escape(decoded(code.startsWith("\n") ? code.substring(1) : code)
                            .stripTrailing()) + "</pre>";
        }
        if (match.startsWith("`")) {
            return "<code>" + Html.escape(decoded(match.substring(1, match.length() - 1))) + "</code>";
        }
        return control(match.substring(1, match.length() - 1));
    }

    private static String decoded(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** What stands between {@code <} and {@code >}: a mention, a date or a link; anything else is shown as written. */
    private String control(String inside) {
        int bar = inside.indexOf('|');
        String target = bar < 0 ? inside : inside.substring(0, bar);
        String label = bar < 0 ? "" : inside.substring(bar + 1);
        if (target.startsWith("@")) {
            return user(target.substring(1), label);
        }
        if (target.startsWith("#")) {
            return mention("#" + channel(target.substring(1), label));
        }
        if (target.startsWith("!date^")) {
            return date(target, label);
        }
        if (target.startsWith("!subteam^")) {
            String id = target.substring("!subteam^".length());
            return mention("@" + workspace.userGroup(id).map(UserGroup::handle).orElse(label.isEmpty() ? id : label));
        }
        if (target.equals("!here") || target.equals("!channel") || target.equals("!everyone")) {
            return mention("@" + target.substring(1));
        }
        String url = decoded(target);
        return Html.followable(url)
                ? Html.link(url, Html.escape(decoded(label.isEmpty() ? url.replace("mailto:", "") : label)))
                : Html.escape(decoded("<" + inside + ">"));
    }

    String user(String id, String label) {
        String name = workspace.user(id).map(User::realName).orElse(label.isEmpty() ? id : decoded(label));
        return mention("@" + name);
    }

    String channel(String id, String label) {
        return workspace.channel(id).map(Channel::name).orElse(label.isEmpty() ? id : decoded(label));
    }

    static String mention(String name) {
        return "<span class=\"mention\">" + Html.escape(name) + "</span>";
    }

    /** {@code !date^epoch^format^link}: the page's script writes it in the viewer's time zone; the fallback stands until then. */
    private static String date(String target, String fallback) {
        String[] parts = target.split("\\^", 4);
        if (parts.length < 3 || !parts[1].matches("\\d{1,12}")) {
            return Html.escape(decoded(fallback));
        }
        String time = "<time class=\"date\"" + Html.attribute("data-epoch", parts[1])
                + Html.attribute("data-format", decoded(parts[2])) + ">" + Html.escape(decoded(fallback)) + "</time>";
        return parts.length == 4 ? Html.link(decoded(parts[3]), time) : time;
    }
}
