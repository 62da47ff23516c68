package io.lockkeeper.notifier.blockkit;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How text that Lockkeeper did not write gets into Slack: it is shown as it is, and never acts. No mention, link, entity, invisible or
 * direction-changing character of a submitter's text survives, so what an approver sees is what was submitted.
 *
 * <p>Limits are in UTF-16 units of the escaped text: that is never less than what Slack counts.
 */
public final class Mrkdwn {

    private static final String ELLIPSIS = "…";
    private static final int MAX_URL = 2000;
    /** Slack can turn these words into mentions that notify a whole channel, even without angle brackets. */
    private static final Pattern BROADCAST = Pattern.compile("@(?=channel|here|everyone)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SLACK_USER = Pattern.compile("[UW][A-Z0-9]{1,30}");
    private static final Pattern FENCE = Pattern.compile("`{3,}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final DateTimeFormatter FALLBACK = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Mrkdwn() {}

    /**
     * One line of mrkdwn-safe text, at most {@code limit} long; an ellipsis says that something was cut. Three backticks would turn
     * the rest of the block into code, so they become apostrophes.
     */
    public static String text(String raw, int limit) {
        String line = SPACES.matcher(raw).replaceAll(" ").strip();
        return escaped(FENCE.matcher(line).replaceAll("'''"), limit);
    }

    /** One line for a plain_text object, which Slack does not interpret: no escaping, angle brackets replaced all the same. */
    public static String plain(String raw, int limit) {
        String line =
                BROADCAST.matcher(SPACES.matcher(raw).replaceAll(" ").strip()).replaceAll("@\u2060");
        StringBuilder out = new StringBuilder();
        line.codePoints().forEach(c -> out.appendCodePoint(visible(c == '<' ? '‹' : c == '>' ? '›' : c)));
        return clamped(out, limit);
    }

    /** {@code `name`}; a backtick inside would end the code, so it becomes an apostrophe. */
    public static String code(String raw, int limit) {
        String inside = text(raw.replace('`', '\''), limit - 2);
        return inside.isEmpty() ? "" : "`" + inside + "`";
    }

    /** A block of code; lines are kept. Three backticks inside would end it, so they are pulled apart. */
    public static String codeBlock(String raw, int limit) {
        String inside = FENCE.matcher(raw.strip())
                .replaceAll(run -> "` ".repeat(run.group().length()));
        return "```\n" + escaped(inside, limit - 8) + "\n```";
    }

    /** {@code <url|label>}, or nothing when the URL is not plain http(s). */
    public static Optional<String> link(String url, String label) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme();
            boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
            String ascii = uri.toASCIIString();
            if (!web || uri.getHost() == null || uri.getUserInfo() != null || ascii.length() > MAX_URL) {
                return Optional.empty();
            }
            return Optional.of("<" + ascii.replace("&", "&amp;").replace("|", "%7C") + "|" + label + ">");
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A moment in the reader's own time zone, with UTC for clients that cannot. */
    public static String moment(Instant at) {
        return "<!date^" + at.getEpochSecond() + "^{date_short_pretty} at {time_secs}|" + FALLBACK.format(at) + ">";
    }

    /** The same moment for text that is read aloud. */
    public static String spokenMoment(Instant at) {
        return FALLBACK.format(at);
    }

    /** A mention where Slack's user id is known, else the name. */
    public static String person(String slackUser, String identity) {
        if (SLACK_USER.matcher(slackUser).matches()) {
            return "<@" + slackUser + ">";
        }
        return identity.isBlank() ? "somebody" : text(identity, 80);
    }

    private static String escaped(String raw, int limit) {
        String harmless = BROADCAST.matcher(raw).replaceAll("@\u2060");
        StringBuilder out = new StringBuilder();
        int[] codePoints = harmless.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            String next = entity(visible(codePoints[i]));
            boolean last = i == codePoints.length - 1;
            if (out.length() + next.length() > (last ? limit : limit - 1)) {
                return out.append(ELLIPSIS).toString();
            }
            out.append(next);
        }
        return out.toString();
    }

    private static String clamped(StringBuilder text, int limit) {
        if (text.length() <= limit) {
            return text.toString();
        }
        int end = limit - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static String entity(int codePoint) {
        return switch (codePoint) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(codePoint);
        };
    }

    /** Control, direction-changing and invisible characters can make text read as something else: they are shown as a box. */
    private static int visible(int codePoint) {
        if (codePoint == '\n' || codePoint == '\u2060') {
            return codePoint;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\t' ? ' ' : 0xFFFD;
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> 0xFFFD;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            default -> codePoint;
        };
    }
}
