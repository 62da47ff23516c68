package io.lockkeeper.riskengine.effect.mysql;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a column's default has one value for all rows. */
final class Defaults {
    private static final Pattern CONSTANT = Pattern.compile(
            "(?s)\\(?\\s*(?:null|true|false|[-+]?[\\d.]+(?:e[-+]?\\d+)?|_?\\w*\\s*'(?:[^'\\\\]|''|\\\\.)*'|\"(?:[^\"\\\\]|\"\"|\\\\.)*\""
                    + "|0x[0-9a-f]+|(?:current_timestamp|now|localtime|localtimestamp)(?:\\s*\\(\\s*\\d*\\s*\\))?)\\s*\\)?"
                    + "(?:\\s+on\\s+update\\s+.*)?");

    /** Numbers and functions that MariaDB was seen to evaluate once for all rows; {@code rand()} is one of them. */
    private static final Pattern ONCE = Pattern.compile(
            "(?:[-()\\s+*/]|\\d+|interval\\s+\\d+\\s+[a-z]+"
                    + "|(?:now|rand|curdate|unix_timestamp|json_array|json_object)\\s*\\(|current_date\\b|current_timestamp\\b)+");

    private Defaults() {}

    /** MySQL: an expression in parentheses, even one with a single value, is evaluated for each row. */
    static boolean expression(@Nullable String expression) {
        return expression != null && (expression.strip().startsWith("(") || computed(expression));
    }

    /** MariaDB: an expression that names a column or one of the functions whose value differs from row to row. */
    static boolean perRow(@Nullable String expression) {
        return expression != null
                && computed(expression)
                && !ONCE.matcher(expression.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** An expression that the server may have to evaluate for each row. */
    private static boolean computed(@Nullable String expression) {
        return expression != null
                && !CONSTANT.matcher(expression.strip().toLowerCase(Locale.ROOT))
                        .matches();
    }
}
