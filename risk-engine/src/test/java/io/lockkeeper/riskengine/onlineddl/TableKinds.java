package io.lockkeeper.riskengine.onlineddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of table that tables.sql describes, each with the statements that make it. */
final class TableKinds {

    private static final Pattern HEADING = Pattern.compile("-- kind: ([a-z0-9-]+)\n");
    private static final Pattern NAME = Pattern.compile("CREATE (?:TEMPORARY )?TABLE (\\w+) ");

    private final Map<String, List<String>> kinds;

    private TableKinds(Map<String, List<String>> kinds) {
        this.kinds = kinds;
    }

    static TableKinds read() {
        String text = Resources.text("tables.sql");
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        Matcher heading = HEADING.matcher(text);
        boolean found = heading.find();
        while (found) {
            String kind = heading.group(1);
            int start = heading.end();
            found = heading.find();
            kinds.put(kind, statements(text.substring(start, found ? heading.start() : text.length())));
        }
        return new TableKinds(kinds);
    }

    /** The statements that make the tables of {@code kind} in an empty database. */
    List<String> create(String kind) {
        List<String> statements = kinds.get(kind);
        if (statements == null) {
            throw new IllegalArgumentException("tables.sql has no kind " + kind);
        }
        return statements;
    }

    /** The tables of {@code kind} besides t. */
    List<String> others(String kind) {
        return create(kind).stream()
                .map(NAME::matcher)
                .filter(Matcher::lookingAt)
                .map(matcher -> matcher.group(1))
                .filter(name -> !name.equals("t"))
                .toList();
    }

    private static List<String> statements(String section) {
        List<String> statements = new ArrayList<>();
        for (String statement : section.split(";\\s*\n", -1)) {
            if (!statement.isBlank()) {
                statements.addAll(Macros.repeat(statement.strip()));
            }
        }
        return statements;
    }
}
