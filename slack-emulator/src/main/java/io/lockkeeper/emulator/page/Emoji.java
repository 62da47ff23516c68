package io.lockkeeper.emulator.page;

import java.util.Map;
import java.util.regex.Pattern;

/** The {@code :names:} an operations app uses; any other stays as it was written. */
final class Emoji {
    private static final Pattern NAME = Pattern.compile(":([a-z0-9_+-]{1,40}):");
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("white_check_mark", "✅"),
            Map.entry("heavy_check_mark", "✔️"),
            Map.entry("x", "❌"),
            Map.entry("no_entry", "⛔"),
            Map.entry("no_entry_sign", "🚫"),
            Map.entry("warning", "⚠️"),
            Map.entry("rotating_light", "🚨"),
            Map.entry("hourglass", "⌛"),
            Map.entry("hourglass_flowing_sand", "⏳"),
            Map.entry("lock", "🔒"),
            Map.entry("unlock", "🔓"),
            Map.entry("snowflake", "❄️"),
            Map.entry("tada", "🎉"),
            Map.entry("eyes", "👀"),
            Map.entry("rocket", "🚀"),
            Map.entry("wave", "👋"),
            Map.entry("thumbsup", "👍"),
            Map.entry("+1", "👍"),
            Map.entry("-1", "👎"),
            Map.entry("large_green_circle", "🟢"),
            Map.entry("large_yellow_circle", "🟡"),
            Map.entry("large_orange_circle", "🟠"),
            Map.entry("red_circle", "🔴"),
            Map.entry("double_vertical_bar", "⏸️"),
            Map.entry("arrow_forward", "▶️"),
            Map.entry("octagonal_sign", "🛑"),
            Map.entry("hammer_and_wrench", "🛠️"),
            Map.entry("memo", "📝"));

    private Emoji() {}

    /** Works on escaped text too: names hold nothing that escaping changes. */
    static String replace(String text) {
        return NAME.matcher(text)
                .replaceAll(match ->
                        KNOWN.getOrDefault(match.group(1), match.group().replace("$", "\\$")));
    }
}
