package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import io.lockkeeper.riskengine.plan.CopyTool;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Rules;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which rules there are, and which of them nobody can ignore. */
final class RuleNames {
    /** Nothing is known of the statement, or it is certain to fail. */
    static final Set<String> PROTECTED = Set.of("unanalysable", "statement-will-fail");

    private static final Set<String> OWN =
            Set.of(Judge.WITHOUT_REASON, Judge.UNUSED, Judge.UNKNOWN, EffectWords.RULE, CopyTool.RULE);

    private RuleNames() {}

    static boolean known(String rule) {
        return OWN.contains(rule) || card(rule).isPresent();
    }

    static Optional<Card> card(String rule) {
        return Rules.cards().stream().filter(card -> card.id().equals(rule)).findFirst();
    }

    /** It stays whatever is asked. */
    static boolean kept(Finding finding) {
        return PROTECTED.contains(finding.rule()) || finding.reason().startsWith("Will fail");
    }

    /** {@code --ignore}: comma separated, each a rule that may be ignored. */
    static Set<String> checked(Collection<String> asked) {
        Set<String> rules = new LinkedHashSet<>();
        for (String rule : asked) {
            if (PROTECTED.contains(rule)) {
                throw new Unusable("--ignore " + rule + ": what cannot be read or is certain to fail is never ignored");
            }
            if (!known(rule)) {
                throw new Unusable("--ignore " + rule + ": there is no such rule; did you mean " + nearest(rule) + "?");
            }
            rules.add(rule);
        }
        return rules;
    }

    static String nearest(String rule) {
        return Rules.cards().stream()
                .map(Card::id)
                .min(Comparator.comparingInt(id -> distance(id, rule)))
                .orElse("");
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
