package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A rule's card as a page, and all of them as an index. */
final class RulePage {
    private RulePage() {}

    /** @param versions on whose servers the examples were run; empty when on none */
    static String of(Card card, List<String> versions) {
        List<String> lines =
                new ArrayList<>(List.of("# " + card.id(), "", card.when(), "", "**Effect.** " + card.effect()));
        if (!card.instead().isEmpty()) {
            lines.addAll(List.of("", "**Instead.** " + card.instead()));
        }
        examples("## Flagged", card.flagged(), lines);
        examples("## Not flagged", card.clean(), lines);
        if (!card.peers().isEmpty()) {
            lines.addAll(List.of("", "## The same elsewhere", ""));
            card.peers().forEach(peer -> lines.add("- " + peer));
        }
        boolean postgresql = Rules.cards(Dialect.POSTGRESQL).contains(card);
        if (!versions.isEmpty() && postgresql && !card.flagged().isEmpty()) {
            lines.addAll(List.of(
                    "",
                    "What the report says of these examples was compared with what PostgreSQL "
                            + String.join(", ", versions) + " does ([claims](../claims.md))."));
        }
        return String.join("\n", lines) + "\n";
    }

    static String index(List<Card> cards) {
        return "# Rules\n\nEach page is made from the rule's own card; a test fails when one is stale.\n\n"
                + "| rule | flags |\n|---|---|\n"
                + cards.stream()
                        .map(card -> "| [" + card.id() + "](" + card.id() + ".md) | "
                                + card.when().replace("|", "\\|") + " |\n")
                        .collect(Collectors.joining());
    }

    /** @param table as {@code ClaimsIT} writes it: tab-separated, the first line is the heading */
    static String claims(List<String> table) {
        List<String> lines = new ArrayList<>(List.of(
                "# Claims",
                "",
                "What a report says of a statement, against what a real server of each version shows: the strongest lock"
                        + " on each table, whether it is rewritten, whether it is read. The examples are those of the"
                        + " rules and the shapes beside them; a test runs them all and fails at any difference.",
                ""));
        for (int i = 0; i < table.size(); i++) {
            lines.add("| " + table.get(i).replace("\t", " | ") + " |");
            if (i == 0) {
                lines.add("|---".repeat(table.get(i).split("\t", -1).length) + "|");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static void examples(String heading, List<Example> examples, List<String> lines) {
        if (examples.isEmpty()) {
            return;
        }
        lines.addAll(List.of("", heading, ""));
        for (Example example : examples) {
            List<String> notes = new ArrayList<>();
            if (example.together()) {
                notes.add("in one transaction");
            }
            if (example.since() > 0) {
                notes.add("version " + example.since() + " and newer");
            }
            String note = notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")";
            lines.add("- `" + example.sql() + "`" + note);
        }
    }
}
