package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Set;

/** Which PostgreSQL statements the server refuses inside a transaction block. The executor asks the same question. */
public final class OutsideTransaction {
    private static final Set<String> ALWAYS = Set.of("VACUUM");

    private OutsideTransaction() {}

    /** By the first words and by CONCURRENTLY, wherever the grammar allows it. */
    public static boolean required(String sql) {
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(sql);
        } catch (PlanRefused e) {
            return false;
        }
        if (tokens.isEmpty() || tokens.getFirst().kind() != Token.Kind.WORD) {
            return false;
        }
        Token first = tokens.getFirst();
        if (ALWAYS.stream().anyMatch(first::is)) {
            return true;
        }
        boolean concurrently = tokens.stream().anyMatch(t -> t.is("CONCURRENTLY"));
        if (first.is("CLUSTER")) {
            return tokens.size() == 1;
        }
        if (first.is("REINDEX")) {
            return concurrently || has(tokens, "SCHEMA") || has(tokens, "DATABASE") || has(tokens, "SYSTEM");
        }
        if (first.is("CREATE") || first.is("DROP")) {
            boolean index = concurrently && has(tokens, "INDEX");
            return index
                    || (tokens.size() > 1
                            && (tokens.get(1).is("DATABASE") || tokens.get(1).is("TABLESPACE")));
        }
        if (first.is("ALTER")) {
            boolean detach = concurrently && has(tokens, "DETACH");
            return detach || (tokens.size() > 1 && tokens.get(1).is("SYSTEM"));
        }
        return false;
    }

    private static boolean has(List<Token> tokens, String word) {
        return tokens.stream().anyMatch(t -> t.is(word));
    }
}
