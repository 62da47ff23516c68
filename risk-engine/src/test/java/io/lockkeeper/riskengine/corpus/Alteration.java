package io.lockkeeper.riskengine.corpus;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that alters one table, into which the words that demand an algorithm and a lock can be put.
 *
 * @param head up to the end of the table's name
 * @param tail what follows, without such words
 * @param asked the algorithm that the statement itself demands
 * @param askedLock the lock that the statement itself demands
 */
record Alteration(
        Kind kind, String table, String head, String tail, Optional<String> asked, Optional<String> askedLock) {
    private static final String COMMENTS = "(?:--[^\n]*\n|/\\*(?!!).*?\\*/|\\s)*";
    private static final Pattern ALTER =
            Pattern.compile("(?is)(" + COMMENTS + "ALTER\\s+TABLE\\s+(?:\\w+\\.)?`?(\\w+)`?)\\s(.*)");
    private static final Pattern INDEX = Pattern.compile(
            "(?is)(" + COMMENTS + "(?:CREATE|DROP)\\b[\\w\\s`]*?\\bINDEX\\b.*?\\bON\\s+`?(\\w+)`?)(.*)");
    private static final Pattern DEMAND = Pattern.compile("(?i),?\\s*\\b(ALGORITHM|LOCK)\\s*=\\s*(\\w+)");
    private static final Pattern MAINTENANCE = Pattern.compile("(?is)\\s*(\\w+)\\s+(PARTITION|TABLESPACE)\\b.*");
    private static final Pattern CARELESS =
            Pattern.compile("(?is)\\s*(TRUNCATE|DISCARD|OPTIMIZE|ANALYZE|CHECK|REPAIR)\\b.*");
    private static final Pattern PARTITIONING =
            Pattern.compile("(?is)\\s*(PARTITION\\s+BY|REMOVE\\s+PARTITIONING)\\b.*");

    /** Where the words go. */
    enum Kind {
        ACTIONS("%s %s, %s", ", "),
        INDEX("%s %s %s", " "),
        MAINTENANCE("%1$s %3$s, %2$s", ", "),
        PARTITIONING("%1$s %3$s %2$s", ", ");

        private final String form;
        private final String separator;

        Kind(String form, String separator) {
            this.form = form;
            this.separator = separator;
        }
    }

    /** Nothing if the statement is not one for which a server knows algorithms. */
    static Optional<Alteration> of(String sql) {
        Matcher alter = ALTER.matcher(sql);
        if (alter.matches()) {
            String tail = alter.group(3);
            Kind kind = MAINTENANCE.matcher(tail).matches()
                    ? Kind.MAINTENANCE
                    : PARTITIONING.matcher(tail).matches() ? Kind.PARTITIONING : Kind.ACTIONS;
            return Optional.of(of(kind, alter));
        }
        Matcher index = INDEX.matcher(sql);
        return index.matches() ? Optional.of(of(Kind.INDEX, index)) : Optional.empty();
    }

    /** The statement with the demands; an empty lock demands none. */
    String demanding(String algorithm, String lock) {
        String words = "ALGORITHM=" + algorithm + (lock.isEmpty() ? "" : kind.separator + "LOCK=" + lock);
        return kind.form.formatted(head, tail, words);
    }

    boolean permits(String algorithm, String lock) {
        return asked.map(algorithm::equals).orElse(true)
                && askedLock.map(lock::equals).orElse(true);
    }

    /** MySQL accepts any demand before these and minds none. */
    boolean demandable() {
        return !CARELESS.matcher(tail).matches();
    }

    /** Emptying is no writing anew, although the server makes new files. */
    boolean empties() {
        return tail.toUpperCase(Locale.ROOT).matches("\\s*(TRUNCATE|DISCARD)\\b.*");
    }

    private static Alteration of(Kind kind, Matcher parts) {
        Optional<String> algorithm = Optional.empty();
        Optional<String> lock = Optional.empty();
        Matcher demand = DEMAND.matcher(parts.group(3));
        while (demand.find()) {
            Optional<String> value = Optional.of(demand.group(2).toUpperCase(Locale.ROOT));
            if (demand.group(1).equalsIgnoreCase("LOCK")) {
                lock = value;
            } else {
                algorithm = value;
            }
        }
        return new Alteration(
                kind,
                parts.group(2),
                parts.group(1),
                DEMAND.matcher(parts.group(3)).replaceAll(""),
                algorithm,
                lock);
    }
}
