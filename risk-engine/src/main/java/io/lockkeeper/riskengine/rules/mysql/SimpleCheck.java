package io.lockkeeper.riskengine.rules.mysql;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A CHECK that compares one column with one number. */
final class SimpleCheck {
    private static final Pattern COMPARISON =
            Pattern.compile("(?:check)?(\\w+)(>=|<=|<>|!=|=|<|>)([-+]?\\d{1,30}(?:\\.\\d{1,30})?)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,30}(?:\\.\\d{1,30})?");

    private SimpleCheck() {}

    /** Certainly: of a check in any other form nothing is known. */
    static boolean refuses(String check, String column, String value) {
        Matcher comparison = COMPARISON.matcher(check.toLowerCase(Locale.ROOT).replaceAll("[`()\\s]", ""));
        String number = value.strip().replaceAll("^'(.*)'$", "$1");
        if (!comparison.matches()
                || !comparison.group(1).equals(column.toLowerCase(Locale.ROOT))
                || !NUMBER.matcher(number).matches()) {
            return false;
        }
        int order = new BigDecimal(number).compareTo(new BigDecimal(comparison.group(3)));
        boolean holds =
                switch (comparison.group(2)) {
                    case ">=" -> order >= 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case "<" -> order < 0;
                    case "=" -> order == 0;
                    default -> order != 0;
                };
        return !holds;
    }
}
