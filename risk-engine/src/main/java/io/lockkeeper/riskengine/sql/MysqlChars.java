package io.lockkeeper.riskengine.sql;

/** Which characters stand where in a text of MySQL and MariaDB. */
final class MysqlChars {
    private MysqlChars() {}

    static boolean blank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean wordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || digit(c) || c == '_' || c == '$' || c >= 0x80;
    }

    /** The character there; 0 behind the end. */
    static char at(String source, int index) {
        return index < source.length() ? source.charAt(index) : 0;
    }

    /** Where the comment that opens here closes, -1 for nowhere; one of the executable kind may hold plain ones. */
    static int closing(String source, int open) {
        boolean executable = source.startsWith("!", open + 2) || source.startsWith("M!", open + 2);
        int i = open + 2;
        while (i < source.length()) {
            if (source.startsWith("*/", i)) {
                return i;
            }
            if (executable && source.startsWith("/*", i)) {
                int inner = closing(source, i);
                if (inner < 0) {
                    return inner;
                }
                i = inner + 2;
            } else {
                i++;
            }
        }
        return -1;
    }
}
