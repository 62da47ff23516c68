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
        if (!card.mariadb().isEmpty()) {
            lines.addAll(List.of("", "**Instead, on MariaDB.** " + card.mariadb()));
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

    /**
     * Both as tests count them, tab-separated, the first line is the heading.
     *
     * @param postgresql of {@code ClaimsIT}
     * @param mysql of {@code MysqlClaimsIT}, {@code MysqlExamplesIT} and {@code WillFailIT}
     */
    static String claims(List<String> postgresql, List<String> mysql) {
        List<String> lines = new ArrayList<>(List.of(
                "# Claims",
                "",
                "What a report says of a statement, against what a real server of each version shows: the strongest lock"
                        + " on each table, whether it is rewritten, whether it is read. The examples are those of the"
                        + " rules and the shapes beside them; a test runs them all and fails at any difference.",
                ""));
        table(postgresql, lines);
        lines.addAll(List.of(
                "",
                "MySQL and MariaDB: algorithm, weakest lock and rebuild, against the first ALGORITHM and LOCK that a server"
                        + " accepts. `probes` are the recorded statements on some fifty kinds of tables, `live` the same"
                        + " with facts read from the server, `examples` those of the rules, `refused` what is said to fail"
                        + " and does. `dearer` are claimed worse than they are, on purpose.",
                ""));
        table(mysql, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void table(List<String> rows, List<String> lines) {
        for (int i = 0; i < rows.size(); i++) {
            lines.add("| " + rows.get(i).replace("\t", " | ") + " |");
            if (i == 0) {
                lines.add("|---".repeat(rows.get(i).split("\t", -1).length) + "|");
            }
        }
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
