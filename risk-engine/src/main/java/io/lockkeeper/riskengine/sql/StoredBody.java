package io.lockkeeper.riskengine.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the blocks of a stored program's body, token by token, so that its semicolons are not taken for the end of the
 * statement. An END that does not fit its block makes the whole text unsure.
 */
final class StoredBody {
    private static final Set<String> BLOCKS = Set.of("IF", "CASE", "LOOP", "REPEAT", "WHILE", "FOR");

    private static final Set<String> PROGRAMS = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");

    /** Objects without a body; their definition may hold any word. */
    private static final Set<String> OTHERS =
            Set.of("TABLE", "VIEW", "INDEX", "DATABASE", "SCHEMA", "USER", "ROLE", "SERVER", "SEQUENCE");

    /** Words of a routine between its parameters and its body. */
    private static final Set<String> CHARACTERISTICS = Set.of(
            "COMMENT",
            "LANGUAGE",
            "SQL",
            "NOT",
            "DETERMINISTIC",
            "CONTAINS",
            "NO",
            "READS",
            "MODIFIES",
            "DATA",
            "SECURITY",
            "DEFINER",
            "INVOKER",
            "AGGREGATE",
            "CHARSET",
            "CHARACTER",
            "SET",
            "COLLATE",
            "UNSIGNED",
            "SIGNED",
            "ZEROFILL",
            "BINARY",
            "VARYING",
            "PRECISION");

    private final Deque<String> open = new ArrayDeque<>();
    private final String type;
    private int parentheses;
    private boolean inBody;
    private boolean starts;
    private boolean afterParameters;
    private boolean unsure;
    private String ended = "";
    private String last = "";
    private String lastButOne = "";

    /** @param type PROCEDURE, FUNCTION, TRIGGER, EVENT; empty for a block that stands alone */
    StoredBody(String type) {
        this.type = type;
        this.inBody = type.isEmpty();
        this.starts = inBody;
    }

    /**
     * What a statement's first tokens say.
     *
     * @return the body to follow; empty for a statement without one, or as long as it is not known
     */
    static Optional<StoredBody> of(List<Token> tokens) {
        String first = word(tokens.getFirst());
        String last = word(tokens.getLast());
        boolean block = tokens.size() == 1 ? BLOCKS.contains(first) : tokens.size() == 2 && first.equals("BEGIN");
        if (block && (tokens.size() == 1 || last.equals("NOT"))) {
            return Optional.of(fed(new StoredBody(""), tokens));
        }
        boolean defines = first.equals("CREATE") || first.equals("ALTER");
        boolean decided = tokens.subList(0, tokens.size() - 1).stream()
                .anyMatch(token -> OTHERS.contains(word(token)) || PROGRAMS.contains(word(token)));
        return defines && !decided && PROGRAMS.contains(last)
                ? Optional.of(fed(new StoredBody(last), tokens))
                : Optional.empty();
    }

    private static StoredBody fed(StoredBody body, List<Token> tokens) {
        tokens.forEach(body::feed);
        return body;
    }

    /** A semicolon here ends the statement. */
    boolean closed() {
        return open.isEmpty();
    }

    /** An END did not fit: nobody can say where the body ends. */
    boolean unsure() {
        return unsure;
    }

    void feed(Token token) {
        String word = word(token);
        if (token.isSymbol('(')) {
            parentheses++;
        } else if (token.isSymbol(')')) {
            parentheses--;
            afterParameters |= parentheses == 0;
        }
        if (!inBody) {
            enter(word);
        }
        if (inBody) {
            step(token, word);
        }
        lastButOne = last;
        last = word;
    }

    /** Finds the first word of the body. */
    private void enter(String word) {
        boolean first =
                switch (type) {
                    case "TRIGGER" ->
                        (last.equals("ROW") && lastButOne.equals("EACH") && !order(word)) || order(lastButOne);
                    case "EVENT" -> last.equals("DO");
                    default ->
                        afterParameters
                                && parentheses == 0
                                && !word.isEmpty()
                                && !CHARACTERISTICS.contains(word)
                                && !word.equals("RETURNS")
                                && !last.equals("RETURNS")
                                && !last.equals("CHARSET")
                                && !last.equals("COLLATE")
                                && !last.equals("LANGUAGE")
                                && !(last.equals("SET") && lastButOne.equals("CHARACTER"));
                };
        inBody = first;
        starts = first;
    }

    private static boolean order(String word) {
        return word.equals("FOLLOWS") || word.equals("PRECEDES");
    }

    private void step(Token token, String word) {
        boolean first = starts;
        starts = token.isSymbol(';') || token.isSymbol(':');
        if (last.equals("END")) {
            boolean named = BLOCKS.contains(word);
            unsure |= named ? !ended.equals(word) : !ended.equals("BEGIN") && !ended.equals("EXPRESSION");
            if (named) {
                return;
            }
        }
        if (word.equals("BEGIN")) {
            open.push("BEGIN");
            starts = true;
        } else if (word.equals("CASE") && !first) {
            open.push("EXPRESSION");
        } else if (first && BLOCKS.contains(word)) {
            open.push(word);
            starts = word.equals("LOOP") || word.equals("REPEAT");
        } else if (word.equals("THEN") || word.equals("ELSE") || word.equals("DO")) {
            starts = !"EXPRESSION".equals(open.peek());
        } else if (word.equals("END")) {
            close();
        }
    }

    private void close() {
        String innermost = open.poll();
        ended = innermost == null ? "" : innermost;
    }

    private static String word(Token token) {
        return token.kind() == Token.Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
    }
}
