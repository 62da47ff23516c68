package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Forms that one of the foreign parsers does not know, in the words of ones that it knows and that mean the same. */
final class MysqlForms {
    private static final Set<String> CONDITIONAL = Set.of("VIEW", "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");

    private MysqlForms() {}

    /** Without the clauses of MariaDB that change nothing of what is done and that no grammar at hand knows. */
    static List<Token> known(List<Token> tokens, Dialect dialect) {
        if (dialect != Dialect.MARIADB || tokens.isEmpty()) {
            return tokens;
        }
        List<Token> called = calling(tokens);
        Token verb = tokens.getFirst();
        if (verb.is("INSERT") || verb.is("REPLACE") || verb.is("DELETE")) {
            return withoutReturning(called);
        }
        return verb.is("ANALYZE") ? withoutPersistent(called) : called;
    }

    /** {@code NEXT VALUE FOR s} is {@code NEXTVAL(s)}. */
    private static List<Token> calling(List<Token> tokens) {
        List<Token> usual = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            boolean next = i + 3 < tokens.size()
                    && tokens.get(i).is("NEXT")
                    && tokens.get(i + 1).is("VALUE")
                    && tokens.get(i + 2).is("FOR");
            if (!next) {
                usual.add(tokens.get(i++));
                continue;
            }
            int end = i + 5 < tokens.size() && tokens.get(i + 4).isSymbol('.') ? i + 6 : i + 4;
            Token word = tokens.get(i);
            Token last = tokens.get(end - 1);
            usual.add(new Token(Kind.WORD, "NEXTVAL", word.start(), word.end()));
            usual.add(new Token(Kind.SYMBOL, "(", word.end(), word.end()));
            usual.addAll(tokens.subList(i + 3, end));
            usual.add(new Token(Kind.SYMBOL, ")", last.end(), last.end()));
            i = end;
        }
        return usual;
    }

    /** What the changed rows are shown as; a query in there reads other tables, which is left for the grammars to refuse. */
    private static List<Token> withoutReturning(List<Token> tokens) {
        int at = outside(tokens, "RETURNING");
        boolean queries = at > 0
                && tokens.subList(at, tokens.size()).stream().anyMatch(token -> token.is("SELECT") || token.is("INTO"));
        if (at < 0 || at == tokens.size() - 1 || queries) {
            return tokens;
        }
        MysqlCalls.requireHarmless(tokens);
        return tokens.subList(0, at);
    }

    /** {@code ANALYZE TABLE t PERSISTENT FOR ALL}, or for {@code COLUMNS (…) INDEXES (…)}. */
    private static List<Token> withoutPersistent(List<Token> tokens) {
        int at = outside(tokens, "PERSISTENT");
        if (at < 0) {
            return tokens;
        }
        MysqlCursor clause = new MysqlCursor(tokens.subList(at, tokens.size()));
        clause.expect("PERSISTENT", "FOR");
        if (!clause.accept("ALL")) {
            clause.expect("COLUMNS");
            named(clause);
            clause.expect("INDEXES");
            named(clause);
        }
        clause.expectEnd();
        return tokens.subList(0, at);
    }

    private static void named(MysqlCursor clause) {
        if (!clause.accept("ALL")) {
            clause.skipGroup();
        }
    }

    /** Where the word stands outside of parentheses; -1 where it does not. */
    private static int outside(List<Token> tokens, String word) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0 && tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    /** CREATE without IF NOT EXISTS, which no grammar at hand knows of views and few know of others. */
    static List<Token> unconditional(List<Token> tokens) {
        int at = outside(tokens, "IF");
        boolean conditional = at > 1
                && at + 2 < tokens.size()
                && tokens.getFirst().is("CREATE")
                && CONDITIONAL.stream().anyMatch(tokens.get(at - 1)::is)
                && tokens.get(at + 1).is("NOT")
                && tokens.get(at + 2).is("EXISTS");
        if (!conditional) {
            return tokens;
        }
        List<Token> usual = new ArrayList<>(tokens.subList(0, at));
        usual.addAll(tokens.subList(at + 3, tokens.size()));
        return usual;
    }

    /** As JSqlParser knows it. */
    static List<Token> usual(List<Token> tokens) {
        Token verb = tokens.getFirst();
        if (verb.is("DELETE")) {
            return withoutUsing(tokens);
        }
        if (verb.is("INSERT") || verb.is("REPLACE")) {
            return selecting(withoutRow(tokens));
        }
        return withoutInto(withoutShareMode(tokens));
    }

    /** {@code VALUES ROW (1), ROW (2)} is {@code VALUES (1), (2)}. */
    private static List<Token> withoutRow(List<Token> tokens) {
        int values = outside(tokens, "VALUES");
        List<Token> usual = new ArrayList<>(tokens);
        for (int i = tokens.size() - 2; values >= 0 && i > values; i--) {
            Token before = tokens.get(i - 1);
            boolean row = tokens.get(i).is("ROW") && tokens.get(i + 1).isSymbol('(');
            if (row && (i - 1 == values || before.isSymbol(','))) {
                usual.remove(i);
            }
        }
        return usual;
    }

    /** {@code INSERT INTO t TABLE u} is {@code INSERT INTO t SELECT * FROM u}. */
    private static List<Token> selecting(List<Token> tokens) {
        int table = outside(tokens, "TABLE");
        if (table < 0) {
            return tokens;
        }
        List<Token> usual = new ArrayList<>(tokens.subList(0, table));
        int at = tokens.get(table).start();
        usual.add(new Token(Kind.WORD, "SELECT", at, at));
        usual.add(new Token(Kind.SYMBOL, "*", at - 1, at - 1));
        usual.add(new Token(Kind.WORD, "FROM", at, at));
        usual.addAll(tokens.subList(table + 1, tokens.size()));
        return usual;
    }

    /** A query's {@code INTO @a, @b}; every other INTO stays, to be refused. */
    private static List<Token> withoutInto(List<Token> tokens) {
        int into = outside(tokens, "INTO");
        int end = into + 1;
        while (into > 0 && end < tokens.size() && tokens.get(end).kind() == Kind.PARAMETER) {
            boolean more = end + 1 < tokens.size() && tokens.get(end + 1).isSymbol(',');
            end += more ? 2 : 1;
            if (!more) {
                List<Token> usual = new ArrayList<>(tokens.subList(0, into));
                usual.addAll(tokens.subList(end, tokens.size()));
                return usual;
            }
        }
        return tokens;
    }

    /** LOCK IN SHARE MODE ends a query; the caller sees it by itself. */
    private static List<Token> withoutShareMode(List<Token> tokens) {
        int rest = tokens.size() - 4;
        boolean shares = rest > 0
                && tokens.get(rest).is("LOCK")
                && tokens.get(rest + 1).is("IN")
                && tokens.get(rest + 2).is("SHARE")
                && tokens.get(rest + 3).is("MODE");
        return shares ? tokens.subList(0, rest) : tokens;
    }

    /** {@code DELETE FROM a USING b JOIN c …} is {@code DELETE a FROM b JOIN c …}. */
    private static List<Token> withoutUsing(List<Token> tokens) {
        int from = 1;
        while (from < tokens.size() && !tokens.get(from).is("FROM")) {
            from++;
        }
        int using = from + 1;
        while (using < tokens.size() && named(tokens.get(using))) {
            using++;
        }
        boolean lists = using + 1 < tokens.size()
                && tokens.get(using).is("USING")
                && !tokens.get(using + 1).isSymbol('(');
        if (!lists) {
            return tokens;
        }
        List<Token> usual = new ArrayList<>(tokens.subList(0, from));
        usual.addAll(tokens.subList(from + 1, using));
        usual.add(tokens.get(from));
        usual.addAll(tokens.subList(using + 1, tokens.size()));
        return usual;
    }

    private static boolean named(Token token) {
        boolean name = token.kind() == Kind.QUOTED_NAME || (token.kind() == Kind.WORD && !token.is("USING"));
        return name || token.isSymbol('.') || token.isSymbol(',') || token.isSymbol('*');
    }
}
