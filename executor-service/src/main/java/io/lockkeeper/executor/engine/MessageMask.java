package io.lockkeeper.executor.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes values out of a server's primary message; names of schema objects stay, because they tell what to do next.
 *
 * <p>PostgreSQL quotes names and values alike, so a quoted word stays only right after the noun of a schema object.
 */
public final class MessageMask {

    private static final int MAX_LENGTH = 400;
    private static final String HIDDEN = "***";

    private static final Pattern NOT_ON_ONE_LINE = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'(?:[^']|'')*'?");
    private static final Pattern OTHER_QUOTES = Pattern.compile("[«„“‘][^»“”’]*[»“”’]?");
    private static final Pattern PARENTHESES = Pattern.compile("=\\s*\\([^)]*\\)?");
    private static final Pattern QUOTED = Pattern.compile("(\\b[\\p{L}]+ )?\"((?:[^\"]|\"\")*)\"?");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d_$\"])[-+]?\\d+(?:[.,]\\d+)*(?![\\p{L}\\d_])");
    private static final Pattern NOUN =
            Pattern.compile("(?i)column|relation|constraint|table|index|view|sequence|schema"
                    + "|type|domain|function|procedure|routine|trigger|rule|role|user|database|extension|tablespace|collation|operator"
                    + "|language|partition|policy|publication|subscription|statistics|parameter|cast|aggregate|enum");
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_$.]{0,127}");

    private MessageMask() {}

    /**
     * The message without values.
     *
     * @param state SQLState; messages that functions write themselves (class P0) are hidden whole
     */
    public static String mask(String state, String message) {
        if (state.startsWith("P0")) {
            return "a function or block of the migration raised an error; its text is withheld";
        }
        String line = NOT_ON_ONE_LINE.matcher(message).replaceAll(" ").strip();
        line = SINGLE_QUOTED.matcher(line).replaceAll(HIDDEN);
        line = OTHER_QUOTES.matcher(line).replaceAll(HIDDEN);
        line = PARENTHESES.matcher(line).replaceAll("=" + Matcher.quoteReplacement(HIDDEN));
        line = QUOTED.matcher(line)
                .replaceAll(match -> Matcher.quoteReplacement(quoted(match.group(1), match.group(2))));
        line = NUMBER.matcher(line).replaceAll(HIDDEN);
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 1) + "…";
    }

    private static String quoted(String noun, String word) {
        String before = noun == null ? "" : noun;
        boolean name = NOUN.matcher(before.strip()).matches()
                && PLAIN_NAME.matcher(word).matches();
        // "type integer: "abc"" has the noun but not right before the quote; "type "mood"" has.
        return before + '"' + (name ? word : HIDDEN) + '"';
    }
}
