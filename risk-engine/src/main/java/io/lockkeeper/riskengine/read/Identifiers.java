package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Words and quoted names as PostgreSQL keeps them. */
final class Identifiers {
    /** NAMEDATALEN - 1: the server cuts longer names. */
    private static final int MAX_NAME_BYTES = 63;

    private Identifiers() {}

    static String of(Token token) {
        return cut(token.kind() == Token.Kind.WORD ? fold(token.text()) : unquoted(token));
    }

    /** Every word and quoted name among the tokens, folded. */
    static List<String> all(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_NAME)
                .map(token -> token.kind() == Token.Kind.WORD ? fold(token.text()) : unquoted(token))
                .distinct()
                .toList();
    }

    private static String unquoted(Token token) {
        return token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"");
    }

    /** Folds as the server does for a multi-byte encoding: ASCII letters only. */
    private static String fold(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            folded.append(c < 0x80 ? Character.toString(c).toLowerCase(Locale.ROOT) : Character.toString(c));
        }
        return folded.toString();
    }

    private static String cut(String name) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
