package io.lockkeeper.riskengine.effect.mysql;

import java.util.Map;
import java.util.Set;

/** Character sets as the server names them, and how many bytes a character takes at most. */
final class Charsets {
    private static final Map<String, Integer> MAX_BYTES = Map.ofEntries(
            Map.entry("utf8mb4", 4),
            Map.entry("utf8mb3", 3),
            Map.entry("utf8", 3),
            Map.entry("utf16", 4),
            Map.entry("utf16le", 4),
            Map.entry("utf32", 4),
            Map.entry("ucs2", 2),
            Map.entry("gb18030", 4),
            Map.entry("gbk", 2),
            Map.entry("gb2312", 2),
            Map.entry("big5", 2),
            Map.entry("sjis", 2),
            Map.entry("cp932", 2),
            Map.entry("euckr", 2),
            Map.entry("ujis", 3),
            Map.entry("eucjpms", 3));

    /** Default collations of MySQL 8.0-9.x and MariaDB 10.6-11.8. */
    private static final Set<String> DEFAULTS = Set.of(
            "utf8mb4_0900_ai_ci",
            "utf8mb4_general_ci",
            "utf8mb4_uca1400_ai_ci",
            "utf8mb3_general_ci",
            "utf8mb3_uca1400_ai_ci",
            "utf8_general_ci",
            "latin1_swedish_ci",
            "ascii_general_ci",
            "binary");

    private Charsets() {}

    /** The column's own, else the table's. */
    static String collation(String own, String table) {
        return own.isEmpty() ? table : own;
    }

    /** {@code utf8mb4} of {@code utf8mb4_0900_ai_ci}; utf8 is utf8mb3. */
    static String of(String collation) {
        int end = collation.indexOf('_');
        String charset = end < 0 ? collation : collation.substring(0, end);
        return charset.equals("utf8") ? "utf8mb3" : charset;
    }

    /** Bytes of the longest character; 0 when the character set is not known. */
    static int maxBytes(String collation) {
        return collation.isEmpty() ? 0 : MAX_BYTES.getOrDefault(of(collation), 1);
    }

    /**
     * Whether a name with or without a collation may mean another collation than the one that is there. A character set alone
     * means its default collation.
     */
    static boolean differs(String before, String after) {
        if (before.equals(after)) {
            return false;
        }
        return after.contains("_") ? !before.equals(after) : !DEFAULTS.contains(before);
    }

    static boolean hasCharset(String type) {
        return type.startsWith("varchar")
                || type.startsWith("char")
                || type.endsWith("text")
                || type.startsWith("enum")
                || type.startsWith("set(");
    }
}
