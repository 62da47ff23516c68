package io.lockkeeper.riskengine.read;

/** Text between the quotes of MySQL's strings. */
final class MysqlStrings {
    private MysqlStrings() {}

    /** The value of a literal such as {@code 'it''s'}, {@code "a\n"} or {@code N'x'}. */
    static String value(String literal) {
        int open = Math.max(0, Math.min(index(literal, '\''), index(literal, '"')));
        char quote = literal.charAt(open);
        StringBuilder value = new StringBuilder();
        for (int i = open + 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == '\\') {
                i++;
                escaped(literal.charAt(i), value);
            } else {
                i += c == quote ? 1 : 0;
                value.append(c);
            }
        }
        return value.toString();
    }

    private static int index(String literal, char quote) {
        int index = literal.indexOf(quote);
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    private static void escaped(char c, StringBuilder value) {
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'b' -> value.append('\b');
            case '0' -> value.append('\0');
            case 'Z' -> value.append((char) 26);
            case '%', '_' -> value.append('\\').append(c);
            default -> value.append(c);
        }
    }

    /** As {@code COLUMN_TYPE} prints a member of ENUM and SET. */
    static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
