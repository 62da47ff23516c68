package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text of a statement with the names of its tables quoted. JSqlParser knows the words of many databases and refuses
 * some of them as names ({@code settings} is ClickHouse's), which are good names here; quoted, they are.
 */
final class QuotedTables {
    private static final Set<String> NO_NAMES = Set.of(
            "only",
            "lateral",
            "set",
            "of",
            "nowait",
            "skip",
            "null",
            "true",
            "false",
            "select",
            "values",
            "unnest",
            "ignore",
            "low_priority",
            "quick",
            "delayed",
            "high_priority",
            "into",
            "from",
            "table",
            "partition");

    private QuotedTables() {}

    /** @param quote around a name */
    static String of(String sql, List<Token> tokens, char quote) {
        StringBuilder text = new StringBuilder();
        int from = tokens.getFirst().start();
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.WORD && named(tokens, i)) {
                text.append(sql, from, token.start()).append(quote);
                text.append(quote == '"' ? token.text().toLowerCase(Locale.ROOT) : token.text());
                text.append(quote);
                from = token.end();
            }
        }
        return text.append(sql, from, tokens.getLast().end()).toString();
    }

    private static boolean named(List<Token> tokens, int at) {
        if (NO_NAMES.contains(tokens.get(at).text().toLowerCase(Locale.ROOT))) {
            return false;
        }
        int before = at - 1;
        while (before > 0 && tokens.get(before).isSymbol('.')) {
            before -= 2;
        }
        Token word = tokens.get(Math.max(0, before));
        boolean into = word.is("INTO") || word.is("UPDATE");
        boolean from = word.is("FROM") || word.is("JOIN") || word.is("ONLY");
        boolean called = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol('(');
        return into || (from && !called);
    }
}
