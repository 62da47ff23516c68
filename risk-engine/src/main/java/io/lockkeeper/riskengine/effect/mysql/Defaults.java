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

    private Defaults() {}

    /** An expression that the server may have to evaluate for each row. */
    static boolean computed(@Nullable String expression) {
        return expression != null
                && !CONSTANT.matcher(expression.strip().toLowerCase(Locale.ROOT))
                        .matches();
    }
}
