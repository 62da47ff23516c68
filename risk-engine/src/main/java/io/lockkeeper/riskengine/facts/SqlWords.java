package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A statement's words and symbols: names as the server folds them, literals empty. */
final class SqlWords {
    private SqlWords() {}

    /** None of a text that cannot be split. */
    static List<String> of(String sql, Dialect dialect) {
        try {
            return Lexer.tokens(sql, dialect).stream().map(SqlWords::folded).toList();
        } catch (PlanRefused e) {
            return List.of();
        }
    }

    private static String folded(Token token) {
        return switch (token.kind()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case QUOTED_NAME -> token.text().substring(1, token.text().length() - 1);
            case STRING, DOLLAR_BODY -> "";
            default -> token.text();
        };
    }

    /** What is in the parentheses that open at a place, without them; to the end when they do not close. */
    static List<String> group(List<String> words, int open) {
        int depth = 0;
        for (int i = open; i < words.size(); i++) {
            depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return words.subList(open + 1, i);
            }
        }
        return words.subList(Math.min(open + 1, words.size()), words.size());
    }

    /** Up to the first of some words, from a place on; to the end without one. */
    static List<String> until(List<String> words, int from, Set<String> ends) {
        int to = from;
        while (to < words.size() && !ends.contains(words.get(to))) {
            to++;
        }
        return words.subList(Math.min(from, words.size()), to);
    }
}
