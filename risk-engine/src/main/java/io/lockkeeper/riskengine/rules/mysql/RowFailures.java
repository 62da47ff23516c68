package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns that a statement names to write into, and that the table does not have. Only the plainest forms are looked at. */
final class RowFailures {
    private RowFailures() {}

    static @Nullable String of(DataOperation data, String sql, TableFacts table, Dialect dialect) {
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(sql, dialect);
        } catch (PlanRefused e) {
            return null; // It is unreadable, which is HIGH already.
        }
        List<String> written =
                switch (data) {
                    case DataOperation.Insert ignored -> inserted(tokens);
                    case DataOperation.Update ignored -> updated(tokens);
                    default -> List.of();
                };
        return written.stream()
                .filter(column -> table.column(column).isEmpty())
                .findFirst()
                .map(column -> "there is no column " + column + " of " + table.name())
                .orElse(null);
    }

    /** The statement is a REPLACE. */
    static boolean replaces(String sql, Dialect dialect) {
        try {
            List<Token> tokens = Lexer.tokens(sql, dialect);
            return !tokens.isEmpty() && tokens.getFirst().is("REPLACE");
        } catch (PlanRefused e) {
            return false; // It is unreadable, which is HIGH already.
        }
    }

    /** {@code INSERT [IGNORE] [INTO] t (a, b) …}. */
    private static List<String> inserted(List<Token> tokens) {
        int at = 1;
        while (at < tokens.size()
                && (tokens.get(at).is("IGNORE") || tokens.get(at).is("INTO"))) {
            at++;
        }
        at += at + 1 < tokens.size() && tokens.get(at + 1).isSymbol('.') ? 3 : 1;
        List<String> columns = new ArrayList<>();
        boolean verb = tokens.getFirst().is("INSERT") || tokens.getFirst().is("REPLACE");
        if (!verb || at >= tokens.size() || !tokens.get(at).isSymbol('(')) {
            return columns;
        }
        for (int i = at + 1; i + 1 < tokens.size(); i += 2) {
            boolean more = tokens.get(i + 1).isSymbol(',');
            if (!name(tokens.get(i)) || (!more && !tokens.get(i + 1).isSymbol(')'))) {
                return List.of();
            }
            columns.add(folded(tokens.get(i)));
            if (!more) {
                boolean rows = i + 2 < tokens.size()
                        && (tokens.get(i + 2).is("VALUES")
                                || tokens.get(i + 2).is("VALUE")
                                || tokens.get(i + 2).is("SELECT"));
                return rows ? columns : List.of();
            }
        }
        return List.of();
    }

    /** {@code UPDATE t SET a = …, b = …} of one table. */
    private static List<String> updated(List<Token> tokens) {
        int set = tokens.size() > 3 && tokens.get(2).isSymbol('.') ? 4 : 2;
        List<String> columns = new ArrayList<>();
        if (set >= tokens.size()
                || !tokens.getFirst().is("UPDATE")
                || !tokens.get(set).is("SET")) {
            return columns;
        }
        int depth = 0;
        for (int i = set; i + 2 < tokens.size() && !(depth == 0 && tokens.get(i).is("WHERE")); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            boolean next = depth == 0 && (i == set || tokens.get(i).isSymbol(','));
            if (next && name(tokens.get(i + 1)) && tokens.get(i + 2).isSymbol('=')) {
                columns.add(folded(tokens.get(i + 1)));
            }
        }
        return columns;
    }

    private static boolean name(Token token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
    }

    private static String folded(Token token) {
        String text = token.kind() == Kind.WORD
                ? token.text()
                : token.text().substring(1, token.text().length() - 1).replace("``", "`");
        return text.toLowerCase(Locale.ROOT);
    }
}
