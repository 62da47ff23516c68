package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.facts.SchemaFile.Warning;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dump's SQL without what its client programs add: psql's backslash lines, COPY data, MySQL's versioned comments and
 * DELIMITER blocks. Lines keep their numbers.
 *
 * @param triggers those of DELIMITER blocks, by table
 */
record SchemaText(String sql, Map<String, String> triggers, List<Warning> warnings) {
    private static final Pattern COPY = Pattern.compile("(?i)^\\s*copy\\b.*\\bfrom\\s+stdin\\b.*;\\s*$");
    private static final Pattern DELIMITER = Pattern.compile("(?i)^\\s*delimiter\\s+(\\S+)\\s*$");
    private static final Pattern VERSIONED = Pattern.compile("/\\*M?!\\d*(?!\\d*\\\\-)(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern TRIGGER = Pattern.compile(
            "(?is)\\btrigger\\s+\\S+\\s+(?:before|after)\\s+\\w+\\s+on\\s+(?:`?\\w+`?\\.)?`?([^`\\s]+)`?");

    static SchemaText of(String ddl, Dialect dialect) {
        return dialect == Dialect.POSTGRESQL ? postgresql(ddl) : mysql(ddl);
    }

    private static SchemaText postgresql(String ddl) {
        StringBuilder sql = new StringBuilder(ddl.length());
        boolean data = false;
        for (String line : ddl.split("\n", -1)) {
            boolean ends = data && line.stripTrailing().equals("\\.");
            boolean begins = !data && COPY.matcher(line).matches();
            boolean client = data || begins || line.startsWith("\\");
            sql.append(client ? "" : line).append('\n');
            data = (data || begins) && !ends;
        }
        return new SchemaText(sql.toString(), Map.of(), List.of());
    }

    private static SchemaText mysql(String ddl) {
        StringBuilder sql = new StringBuilder(ddl.length());
        StringBuilder block = new StringBuilder();
        Map<String, String> triggers = new TreeMap<>();
        List<Warning> warnings = new ArrayList<>();
        String delimiter = ";";
        int began = 0;
        int number = 0;
        for (String line : unwrapped(ddl).split("\n", -1)) {
            number++;
            Matcher changes = DELIMITER.matcher(line);
            boolean change = changes.matches();
            boolean inside = !delimiter.equals(";");
            if (change) {
                delimiter = changes.group(1);
            }
            if (change && inside) {
                routines(block.toString(), began, triggers, warnings);
                block.setLength(0);
            } else if (change) {
                began = number;
            } else if (inside) {
                block.append(line).append('\n');
            }
            sql.append(change || inside ? "" : line).append('\n');
        }
        if (!block.isEmpty()) {
            routines(block.toString(), began, triggers, warnings);
        }
        return new SchemaText(sql.toString(), triggers, warnings);
    }

    private static void routines(String block, int line, Map<String, String> triggers, List<Warning> warnings) {
        Matcher trigger = TRIGGER.matcher(block);
        boolean found = false;
        while (trigger.find()) {
            triggers.merge(trigger.group(1), trigger.group(), (a, b) -> a + "; " + b);
            found = true;
        }
        boolean other = Pattern.compile("(?is)\\bcreate\\b.*\\b(?:procedure|function|event)\\b")
                .matcher(block)
                .find();
        if (!found || other) {
            warnings.add(new Warning(line, "routines between DELIMITER lines are not read"));
        }
    }

    /** {@code /*!50100 … *}{@code /} is SQL to the server. */
    private static String unwrapped(String ddl) {
        Matcher matcher = VERSIONED.matcher(ddl);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(" " + matcher.group(1) + " "));
        }
        matcher.appendTail(text);
        return text.toString();
    }
}
