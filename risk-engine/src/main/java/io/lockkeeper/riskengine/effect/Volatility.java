package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a default gives every row the same value. Only then can ADD COLUMN store it once instead of rewriting the table
 * (measured on PostgreSQL 12-18). A function that is not known here counts as volatile.
 */
public final class Volatility {
    private static final Set<String> NOT_VOLATILE = Set.of(
            ("now transaction_timestamp statement_timestamp current_setting timezone to_char to_date to_timestamp"
                            + " date_trunc date_part make_date make_interval make_timestamp make_timestamptz coalesce"
                            + " nullif greatest least extract lower upper md5 concat concat_ws length substr substring trim btrim"
                            + " replace left right repeat round floor ceil ceiling trunc abs mod power sqrt"
                            + " json_build_object json_build_array jsonb_build_object jsonb_build_array to_json to_jsonb"
                            + " row array cast varchar char character numeric decimal bit time timestamp interval float"
                            + " current_timestamp current_time localtime localtimestamp and or not in")
                    .split(" "));

    private Volatility() {}

    /** The default may differ from row to row. A function that is known to be stable or immutable does not. */
    public static boolean mayDiffer(String expression, TargetFacts facts) {
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(expression);
        } catch (PlanRefused e) {
            return true;
        }
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i + 1).isSymbol('(') && mayDiffer(tokens, i) && !steady(tokens, i, facts)) {
                return true;
            }
        }
        return false;
    }

    /** Names of what it calls, as written, but for what is known here. */
    public static List<ObjectName> functions(String expression) {
        List<ObjectName> functions = new ArrayList<>();
        try {
            List<Token> tokens = Lexer.tokens(expression);
            for (int i = 0; i + 1 < tokens.size(); i++) {
                boolean called = tokens.get(i).kind() == Token.Kind.WORD
                        && tokens.get(i + 1).isSymbol('(');
                if (called && mayDiffer(tokens, i)) {
                    functions.add(name(tokens, i));
                }
            }
        } catch (PlanRefused e) {
            return List.of();
        }
        return functions;
    }

    private static boolean steady(List<Token> tokens, int at, TargetFacts facts) {
        if (tokens.get(at).kind() != Token.Kind.WORD) {
            return false;
        }
        return "steady-function".equals(facts.other().get(facts.qualified(name(tokens, at))));
    }

    private static ObjectName name(List<Token> tokens, int at) {
        boolean qualified = at > 1 && tokens.get(at - 1).isSymbol('.');
        String schema = qualified ? tokens.get(at - 2).text().toLowerCase(Locale.ROOT) : null;
        return new ObjectName(schema, tokens.get(at).text().toLowerCase(Locale.ROOT));
    }

    private static boolean mayDiffer(List<Token> tokens, int at) {
        Token name = tokens.get(at);
        return switch (name.kind()) {
            case WORD -> {
                boolean qualified = at > 0 && tokens.get(at - 1).isSymbol('.');
                boolean builtIn = !qualified || (at > 1 && tokens.get(at - 2).is("pg_catalog"));
                boolean type = at > 0 && tokens.get(at - 1).text().equals("::");
                yield !type && !(builtIn && NOT_VOLATILE.contains(name.text().toLowerCase(Locale.ROOT)));
            }
            case QUOTED_NAME, ESCAPED_NAME -> true;
            case STRING, DOLLAR_BODY, NUMBER, PARAMETER, SYMBOL -> false;
        };
    }
}
