package io.lockkeeper.riskengine.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of labelled statements, or one of its neighbours. An entry is a header of comment lines {@code -- key: value},
 * the first of which is its id, and below it one statement, which may hold comments of its own.
 */
public record Corpus(List<Entry> entries) {
    private static final Set<String> KEYS =
            Set.of("id", "label", "why", "lock", "rewrite", "scan", "engine", "algorithm", "rebuild", "session");
    private static final Pattern HEADER = Pattern.compile("-- (\\w+): (.+)");

    public Corpus {
        entries = List.copyOf(entries);
        Set<String> ids = new HashSet<>();
        for (Entry entry : entries) {
            if (!ids.add(entry.id())) {
                throw new IllegalArgumentException("Two entries have the id " + entry.id());
            }
        }
    }

    /**
     * One labelled statement.
     *
     * @param claims the header's other lines, by key
     * @param sql as written, without the final semicolon
     */
    public record Entry(String id, Label label, String why, Map<String, String> claims, String sql) {
        public Optional<String> claim(String key) {
            return Optional.ofNullable(claims.get(key));
        }

        @Override
        public String toString() {
            return id + " " + sql.lines().findFirst().orElse("");
        }
    }

    /** The sets of an engine in the order in which they were written; nobody looked at a holdout before it was measured. */
    static List<String> names(String engine) {
        return engine.equals("mysql")
                ? List.of("corpus", "holdout", "holdout2", "holdout3", "holdout4", "holdout5")
                : List.of("corpus", "holdout", "holdout2", "holdout3", "holdout4");
    }

    /** The corpus of {@code engine}: {@code postgresql} or {@code mysql}. */
    public static Corpus of(String engine) {
        return of(engine, "corpus");
    }

    /** @param name one of {@link #names} */
    public static Corpus of(String engine, String name) {
        return parse(text(engine, name + ".sql"));
    }

    /** A file that lies beside a corpus: {@code schema.sql}, {@code facts.json}, {@code rows.sql}. */
    public static String text(String engine, String file) {
        String path = "/corpus/" + engine + "/" + file;
        try (InputStream stream = Corpus.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + path, e);
        }
    }

    public static Corpus parse(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String block : text.split("(?m)^(?=-- id: )")) {
            if (block.startsWith("-- id: ")) {
                entries.add(entry(block));
            }
        }
        return new Corpus(entries);
    }

    public long count(Label label) {
        return entries.stream().filter(entry -> entry.label() == label).count();
    }

    private static Entry entry(String block) {
        Map<String, String> header = new LinkedHashMap<>();
        List<String> lines = block.lines().toList();
        int line = 0;
        for (Matcher next = HEADER.matcher(lines.get(0));
                next.matches() && KEYS.contains(next.group(1));
                next = HEADER.matcher(line < lines.size() ? lines.get(line) : "")) {
            if (header.put(next.group(1), next.group(2).strip()) != null) {
                throw new IllegalArgumentException(lines.get(0) + " has two lines " + next.group(1));
            }
            line++;
        }
        String sql = String.join("\n", lines.subList(line, lines.size())).strip();
        if (!sql.endsWith(";") || sql.length() == 1) {
            throw new IllegalArgumentException(lines.get(0) + " has no statement that ends with a semicolon");
        }
        return new Entry(
                required(header, "id"),
                Label.of(required(header, "label")),
                required(header, "why"),
                Map.copyOf(header),
                sql.substring(0, sql.length() - 1));
    }

    private static String required(Map<String, String> header, String key) {
        String value = header.remove(key);
        if (value == null) {
            throw new IllegalArgumentException("An entry has no line " + key + ": " + header);
        }
        return value;
    }
}
