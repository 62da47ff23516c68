package io.lockkeeper.riskengine.effect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a column's type changes, as far as the stored rows care. Types are those of {@code COLUMN_TYPE}, lower case; display
 * widths of integers mean nothing and are not looked at.
 */
enum TypeWidth {
    SAME,
    /** VARCHAR or VARBINARY made longer; the bytes decide what that costs. */
    LONGER,
    /** ENUM or SET with new members behind the old ones, in as many bytes. */
    APPENDED,
    OTHER;

    private static final Pattern SIZED = Pattern.compile("(varchar|varbinary)\\((\\d+)\\)");
    private static final Pattern MEMBERS = Pattern.compile("(enum|set)\\((.*)\\)");
    private static final Pattern MEMBER = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*)'");

    static TypeWidth of(String from, String to, int maxBytes) {
        String old = normal(from);
        String next = normal(to);
        if (old.equals(next)) {
            return SAME;
        }
        Matcher before = SIZED.matcher(old);
        Matcher after = SIZED.matcher(next);
        if (before.matches() && after.matches() && before.group(1).equals(after.group(1))) {
            return number(after) > number(before) ? LONGER : OTHER;
        }
        return appends(old, next) ? APPENDED : OTHER;
    }

    /** Longest value in bytes; 0 for types that are not of variable length. */
    static int bytes(String type, int maxBytes) {
        Matcher sized = SIZED.matcher(normal(type));
        if (!sized.matches()) {
            return 0;
        }
        return number(sized) * (sized.group(1).equals("varbinary") ? 1 : maxBytes);
    }

    private static String normal(String type) {
        return type.replaceAll("\\b(tinyint|smallint|mediumint|int|bigint)\\(\\d+\\)", "$1")
                .replaceAll(",\\s+", ",")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static int number(Matcher sized) {
        return Integer.parseInt(sized.group(2).length() > 8 ? "99999999" : sized.group(2));
    }

    private static boolean appends(String from, String to) {
        Matcher old = MEMBERS.matcher(from);
        Matcher next = MEMBERS.matcher(to);
        if (!old.matches() || !next.matches() || !old.group(1).equals(next.group(1))) {
            return false;
        }
        List<String> before = members(old.group(2));
        List<String> after = members(next.group(2));
        boolean enumeration = old.group(1).equals("enum");
        return after.size() > before.size()
                && after.subList(0, before.size()).equals(before)
                && stored(before.size(), enumeration) == stored(after.size(), enumeration);
    }

    private static List<String> members(String list) {
        List<String> members = new ArrayList<>();
        Matcher member = MEMBER.matcher(list);
        while (member.find()) {
            members.add(member.group(1));
        }
        return members;
    }

    /** Bytes of a value: an ENUM counts members, a SET has a bit for each. */
    private static int stored(int members, boolean enumeration) {
        if (enumeration) {
            return members <= 255 ? 1 : 2;
        }
        int bytes = (members + 7) / 8;
        return bytes > 4 ? 8 : bytes;
    }
}
