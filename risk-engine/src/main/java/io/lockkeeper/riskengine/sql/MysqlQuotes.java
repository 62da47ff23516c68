package io.lockkeeper.riskengine.sql;

/** Where what is quoted ends: offsets after the closing mark, -1 when there is none. */
final class MysqlQuotes {
    private static final int NEVER = -1;

    private MysqlQuotes() {}

    /** Backslashes escape, and a doubled quote is one. */
    static int endOfString(String source, int quoteAt) {
        char quote = source.charAt(quoteAt);
        int i = quoteAt + 1;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '\\' || (c == quote && source.startsWith(String.valueOf(quote), i + 1))) {
                i += 2;
            } else if (c == quote) {
                return i + 1;
            } else {
                i++;
            }
        }
        return NEVER;
    }

    static int endOfName(String source, int backtickAt) {
        int i = backtickAt + 1;
        while (i < source.length()) {
            if (source.charAt(i) != '`') {
                i++;
            } else if (source.startsWith("`", i + 1)) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return NEVER;
    }
}
