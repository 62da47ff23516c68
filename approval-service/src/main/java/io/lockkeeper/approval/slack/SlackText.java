package io.lockkeeper.approval.slack;

/** Text that we did not write, made safe for Slack: it can neither mention anybody nor break a limit. */
final class SlackText {

    private static final String CUT = "…";

    private SlackText() {}

    /** For mrkdwn, at most {@code most} characters after escaping. */
    static String mrkdwn(String text, int most) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            String next =
                    switch (point) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        default -> Character.toString(point);
                    };
            // Never in the middle of an entity or of a surrogate pair.
            if (safe.length() + next.length() > most - CUT.length() && i + Character.charCount(point) < text.length()) {
                return safe.append(CUT).toString();
            }
            safe.append(next);
            i += Character.charCount(point);
        }
        return safe.toString();
    }

    /** For a fenced block: what would end the fence is replaced. */
    static String code(String text, int most) {
        return mrkdwn(text.replace("```", "'''"), most);
    }

    /** For an inline code span. */
    static String span(String text, int most) {
        return mrkdwn(text.replace('`', '\'').replace('\n', ' '), most);
    }
}
