package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.Partitioning;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the server can know without reading that every row of a table fits a partition: its one key column is NOT NULL
 * and validated CHECKs say, joined by AND alone, the bound in the same literals. Everything else counts as not proved.
 */
final class PartitionProof {
    private static final Pattern KEY = Pattern.compile("(RANGE|LIST) \\((\\w+)\\)");
    private static final Pattern RANGE =
            Pattern.compile("FOR VALUES FROM ?\\( ?([^(),]+?) ?\\) TO ?\\( ?([^(),]+?) ?\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST =
            Pattern.compile("FOR VALUES IN ?\\( ?([^(),]+?) ?\\)", Pattern.CASE_INSENSITIVE);

    private PartitionProof() {}

    static boolean proved(TableFacts table, Partitioning partitioning, String bound) {
        Matcher key = KEY.matcher(partitioning.key());
        if (!key.matches() || !notNull(table, key.group(2))) {
            return false;
        }
        List<String> said = new ArrayList<>();
        table.constraints().stream()
                .filter(c -> c.kind() == ConstraintKind.CHECK && c.validated())
                .forEach(c -> said.addAll(comparisons(c, key.group(2))));
        Matcher range = RANGE.matcher(bound);
        Matcher list = LIST.matcher(bound);
        return key.group(1).equals("RANGE")
                ? range.matches()
                        && said.contains(">=" + value(range.group(1)))
                        && said.contains("<" + value(range.group(2)))
                : list.matches() && said.contains("=" + value(list.group(1)));
    }

    /** {@code ">=2026"} for each comparison of the column with a literal; none where anything but AND joins them. */
    private static List<String> comparisons(ConstraintFacts constraint, String column) {
        List<String> said = new ArrayList<>();
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(constraint.definition());
        } catch (PlanRefused e) {
            return said;
        }
        if (tokens.stream().anyMatch(t -> t.is("OR") || t.is("CASE")) || negated(tokens)) {
            return said;
        }
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean opens = i == 0
                    || tokens.get(i - 1).isSymbol('(')
                    || tokens.get(i - 1).is("AND");
            if (opens && tokens.get(i).text().toLowerCase(Locale.ROOT).equals(column)) {
                int at = i + 1;
                StringBuilder operator = new StringBuilder();
                while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.SYMBOL) {
                    operator.append(tokens.get(at++).text());
                }
                if (at < tokens.size() && ends(tokens, at + 1)) {
                    said.add(operator + value(tokens.get(at).text()));
                }
            }
        }
        return said;
    }

    private static boolean notNull(TableFacts table, String column) {
        return table.column(column).map(ColumnFacts::notNull).orElse(false)
                || table.constraints().stream()
                        .filter(c -> c.kind() == ConstraintKind.CHECK && c.validated())
                        .anyMatch(c -> NotNullProof.says(c.definition(), column));
    }

    /** The words IS NOT NULL say something beside the bound, any other NOT or IS may say its opposite. */
    private static boolean negated(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean isNotNull = i + 2 < tokens.size()
                    && tokens.get(i).is("IS")
                    && tokens.get(i + 1).is("NOT")
                    && tokens.get(i + 2).is("NULL");
            boolean partOf = i > 0 && tokens.get(i - 1).is("IS");
            if ((tokens.get(i).is("IS") && !isNotNull) || (tokens.get(i).is("NOT") && !partOf)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing computes with the literal before it. */
    private static boolean ends(List<Token> tokens, int at) {
        return at >= tokens.size()
                || tokens.get(at).isSymbol(')')
                || tokens.get(at).is("AND")
                || tokens.get(at).text().equals("::");
    }

    private static String value(String literal) {
        return literal.replace("'", "");
    }
}
