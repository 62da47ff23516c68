package io.lockkeeper.emulator.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The markdown block: headings, lists, fenced code, emphasis and links of ordinary Markdown, escaped first. */
final class Markdown {
    private static final Pattern FENCE = Pattern.compile("(?m)^```[^\\n]*\\n([\\s\\S]*?)^```\\s*$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]+)]\\(([^)\\s]+)\\)");
    private static final Pattern HELD = Pattern.compile("\uE000(\\d+)\uE001");

    private Markdown() {}

    static String html(String text) {
        List<String> held = new ArrayList<>();
        String marked = FENCE.matcher(text.replaceAll("[\uE000\uE001]", ""))
                .replaceAll(m -> hold(held, "<pre>" + Html.escape(m.group(1).stripTrailing()) + "</pre>"));
        marked = CODE.matcher(marked).replaceAll(m -> hold(held, "<code>" + Html.escape(m.group(1)) + "</code>"));
        marked = LINK.matcher(marked).replaceAll(m -> hold(held, Html.link(m.group(2), Html.escape(m.group(1)))));
        String html = Emoji.replace(Html.escape(marked));
        html = html.replaceAll("\\*\\*([^*\\n]+)\\*\\*", "<strong>$1</strong>");
        html = html.replaceAll("(?<![\\w*])\\*([^*\\s][^*\\n]*)\\*(?![\\w*])", "<em>$1</em>");
        html = html.replaceAll("~~([^~\\n]+)~~", "<s>$1</s>");
        StringBuilder out = new StringBuilder();
        html.lines().forEach(line -> out.append(line(line)));
        return HELD.matcher(out).replaceAll(m -> Matcher.quoteReplacement(held.get(Integer.parseInt(m.group(1)))));
    }

    private static String hold(List<String> held, String html) {
        held.add(html);
        return "\uE000" + (held.size() - 1) + "\uE001";
    }

    private static String line(String line) {
        if (line.matches("#{1,6} .+")) {
            return "<p class=\"heading\">" + line.replaceFirst("^#+ ", "") + "</p>";
        }
        if (line.matches("\\s*[-*] .+")) {
            return "<p class=\"bullet\">" + line.replaceFirst("^\\s*[-*] ", "") + "</p>";
        }
        if (line.startsWith("&gt; ")) {
            return "<blockquote>" + line.substring(5) + "</blockquote>";
        }
        return line.isBlank() ? "" : "<p>" + line + "</p>";
    }
}
