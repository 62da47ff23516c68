package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Locale;

/**
 * Whether the server can know without reading that a column holds no NULL: it is NOT NULL already, or a validated CHECK
 * says so (12 and newer; a NOT VALID one proves nothing). Only {@code c IS NOT NULL}, alone or among AND, is recognised.
 */
public final class NotNullProof {
    private NotNullProof() {}

    public static boolean proved(ObjectName table, String column, TargetFacts facts) {
        return facts.table(table)
                .filter(t -> t.column(column).map(c -> c.notNull()).orElse(false)
                        || (facts.major() >= 12 && t.constraints().stream().anyMatch(c -> proves(c, column))))
                .isPresent();
    }

    private static boolean proves(ConstraintFacts constraint, String column) {
        return constraint.kind() == ConstraintKind.CHECK
                && constraint.validated()
                && says(constraint.definition(), column);
    }

    /** The tokens {@code column IS NOT NULL} in an expression without OR, NOT before it, CASE or the like. */
    static boolean says(String definition, String column) {
        try {
            List<Token> tokens = Lexer.tokens(definition);
            if (tokens.stream().anyMatch(t -> t.is("OR") || t.is("CASE") || t.is("COALESCE"))) {
                return false;
            }
            for (int i = 0; i + 3 < tokens.size(); i++) {
                // Unquoted names mean their lower-case form, as the server reads them.
                boolean named = tokens.get(i).text().toLowerCase(Locale.ROOT).equals(column)
                        || tokens.get(i).text().equals('"' + column + '"');
                boolean said = tokens.get(i + 1).is("IS")
                        && tokens.get(i + 2).is("NOT")
                        && tokens.get(i + 3).is("NULL");
                boolean plain = i == 0
                        || tokens.get(i - 1).isSymbol('(')
                        || tokens.get(i - 1).is("AND");
                boolean ends = i + 4 >= tokens.size()
                        || tokens.get(i + 4).isSymbol(')')
                        || tokens.get(i + 4).is("AND");
                if (named && said && plain && ends && !negated(tokens, i)) {
                    return true;
                }
            }
            return false;
        } catch (PlanRefused e) {
            return false;
        }
    }

    private static boolean negated(List<Token> tokens, int at) {
        for (int i = 0; i < at; i++) {
            boolean partOfIsNot =
                    i > 0 && tokens.get(i).is("NOT") && tokens.get(i - 1).is("IS");
            if (tokens.get(i).is("NOT") && !partOfIsNot) {
                return true;
            }
        }
        return false;
    }
}
