package io.lockkeeper.riskengine.onlineddl;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The abbreviations of tables.sql and shapes.tsv, for lists too long to read. */
final class Macros {

    private static final Pattern MEMBERS = Pattern.compile("@members\\((\\d+)\\)");
    private static final Pattern COLUMNS = Pattern.compile("@columns\\((\\d+)\\)");
    private static final Pattern REPEAT = Pattern.compile("@repeat\\((\\d+), (.*)\\)");

    private Macros() {}

    /** The statement in full. */
    static String expand(String sql) {
        return list(COLUMNS, list(MEMBERS, sql, "'m%d'"::formatted), "x%d INT"::formatted);
    }

    /** The statements that {@code sql} stands for: itself, or many. */
    static List<String> repeat(String sql) {
        Matcher matcher = REPEAT.matcher(sql);
        if (!matcher.matches()) {
            return List.of(expand(sql));
        }
        return IntStream.rangeClosed(1, Integer.parseInt(matcher.group(1)))
                .mapToObj(n -> matcher.group(2).replace("#", Integer.toString(n)))
                .toList();
    }

    private static String list(Pattern macro, String sql, IntFunction<String> element) {
        return macro.matcher(sql).replaceAll(match -> IntStream.rangeClosed(1, Integer.parseInt(match.group(1)))
                .mapToObj(element)
                .collect(Collectors.joining(", ")));
    }
}
