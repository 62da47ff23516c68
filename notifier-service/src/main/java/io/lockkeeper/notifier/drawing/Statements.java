package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.blockkit.Block;
import io.lockkeeper.notifier.blockkit.Mrkdwn;
import io.lockkeeper.notifier.card.MigrationFacet;
import io.lockkeeper.notifier.card.MigrationFacet.Seconds;
import io.lockkeeper.notifier.card.MigrationFacet.Statement;
import io.lockkeeper.notifier.card.Risk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One section per statement. When not all fit, the riskiest are shown, in their order: nothing risky hides behind "and N more".
 */
final class Statements {

    /** More than about a dozen nobody reads in a channel. */
    static final int MOST = 12;

    private static final int SQL = 420;
    private static final int REASON = 300;
    private static final int NAME = 80;
    private static final int FINDING = 240;
    private static final int MOST_FINDINGS = 3;

    private Statements() {}

    /** Sections of at most {@code room} readable characters together. */
    static List<Block> of(MigrationFacet migration, int room) {
        List<Block> blocks = new ArrayList<>();
        String findings = findings(migration);
        if (!findings.isEmpty()) {
            blocks.add(new Block.Section(findings));
        }
        int left = room - findings.length() - 120;
        Set<Integer> chosen = new HashSet<>();
        for (Statement statement : riskiestFirst(migration.statements())) {
            int length = section(statement).length();
            if (chosen.size() == MOST || length > left) {
                break;
            }
            left -= length;
            chosen.add(statement.index());
        }
        migration.statements().stream()
                .filter(statement -> chosen.contains(statement.index()))
                .forEach(statement -> blocks.add(new Block.Section(section(statement))));
        int more = migration.statementCount() - chosen.size();
        if (more > 0 && migration.classified()) {
            blocks.add(new Block.Context(List.of(
                    "… and " + Human.count(more, "statement", "statements") + " more in Details, none riskier")));
        }
        return blocks;
    }

    private static List<Statement> riskiestFirst(List<Statement> statements) {
        return statements.stream()
                .sorted(Comparator.comparing(Statements::weight).reversed().thenComparing(Statement::index))
                .toList();
    }

    /** What is unknown could be anything, so it sorts with the worst. */
    private static int weight(Statement statement) {
        return statement.risk() == Risk.UNKNOWN
                ? Risk.HIGH.ordinal()
                : statement.risk().ordinal();
    }

    private static String findings(MigrationFacet migration) {
        List<String> lines = new ArrayList<>();
        if (migration.classified() && !migration.analysable()) {
            lines.add("⚠️ *Not fully analysable*: treated as HIGH.");
        }
        migration.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> lines.add("⚠️ " + Mrkdwn.text(finding, FINDING)));
        int more = migration.findings().size() - MOST_FINDINGS;
        if (more > 0) {
            lines.add("… and " + Human.count(more, "finding", "findings") + " more in Details");
        }
        return String.join("\n", lines);
    }

    private static String section(Statement statement) {
        StringBuilder text = new StringBuilder();
        text.append("*")
                .append(statement.index() + 1)
                .append(".* ")
                .append(statement.risk().label());
        String table = Mrkdwn.code(statement.table(), NAME);
        if (!table.isEmpty()) {
            text.append(" · ").append(table);
        }
        text.append("\n").append(Mrkdwn.codeBlock(statement.sql(), SQL));
        if (!statement.reason().isBlank()) {
            text.append("\n").append(Mrkdwn.text(statement.reason(), REASON));
        }
        text.append("\n").append(lock(statement, table));
        if (!statement.saferWay().isBlank()) {
            text.append("\n💡 ").append(Mrkdwn.text(statement.saferWay(), REASON));
        }
        return text.toString();
    }

    /** Never a bare lock name: always what it blocks and on which table. */
    private static String lock(Statement statement, String table) {
        String lock = Mrkdwn.text(statement.lock(), NAME);
        String total = statement.total() == null ? "" : " · total " + estimate(statement.total());
        if (lock.isEmpty()) {
            return "🔓 takes no lock that matters" + total;
        }
        String held = "🔒 " + lock + (table.isEmpty() ? "" : " on " + table) + ": blocks " + blocks(statement.blocks());
        boolean nothing = statement.blocks().equalsIgnoreCase("nothing");
        return held + (nothing ? "" : " · blocked " + estimate(statement.blocked())) + total;
    }

    private static String blocks(String blocks) {
        return switch (blocks.toLowerCase(Locale.ROOT)) {
            case "reads+writes" -> "reads and writes";
            case "writes" -> "writes";
            case "ddl" -> "other schema changes";
            case "nothing" -> "nothing";
            case "" -> "unknown";
            default -> Mrkdwn.text(blocks, NAME);
        };
    }

    private static String estimate(@Nullable Seconds range) {
        if (range == null) {
            return "unknown";
        }
        String words = Human.range(range);
        return words.startsWith("under") ? words : "~" + words;
    }
}
