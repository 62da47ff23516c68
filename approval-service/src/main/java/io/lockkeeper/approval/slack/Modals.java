package io.lockkeeper.approval.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import io.lockkeeper.approval.decision.Attempt;
import io.lockkeeper.approval.migration.Migration;
import io.lockkeeper.approval.migration.Risk;
import io.lockkeeper.approval.migration.Statement;
import io.lockkeeper.approval.slack.Interaction.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

/** The modals, within Slack's limits whatever a migration holds: 24 characters of title, 100 blocks, 3,000 characters a text. */
final class Modals {

    private static final int MOST_TEXT = 2_900;
    private static final int MOST_SENTENCE = 600;
    private static final int MOST_NAME = 150;
    private static final int MOST_SQL = 900;
    private static final int MOST_STATEMENTS = 90;
    /** Of all statements together: the view must stay below 250 kB however it is encoded. */
    private static final int MOST_IN_ALL = 60_000;

    private Modals() {}

    /** Asks why. The reason is required, and as long as a decision's comment may be. */
    static View reject(Migration migration, Card card) {
        return view(v -> v.type("modal")
                .callbackId(InteractionJson.REJECT_MODAL)
                .privateMetadata(InteractionJson.metadata(card))
                .title(viewTitle(t -> t.type("plain_text").text("Reject migration")))
                .submit(viewSubmit(s -> s.type("plain_text").text("Reject")))
                .close(viewClose(c -> c.type("plain_text").text("Cancel")))
                .blocks(List.of(section(s -> s.text(markdownText(heading(migration)))), input(i -> i.blockId(
                                InteractionJson.REASON_BLOCK)
                        .label(plainText("Why is it rejected?"))
                        .hint(plainText("The submitter and the audit trail get to read this."))
                        .element(plainTextInput(p -> p.actionId(InteractionJson.REASON_INPUT)
                                .multiline(true)
                                .minLength(1)
                                .maxLength(Attempt.MOST_COMMENT)))))));
    }

    /** Every statement: what it is, why it is risky, what it locks, what would be safer. */
    static View details(Migration migration) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(section(s -> s.text(markdownText(heading(migration)))));
        migration.findings().stream()
                .limit(3)
                .forEach(finding -> blocks.add(section(s -> s.text(markdownText(clamp(sentence(finding)))))));
        blocks.add(divider());
        int shown = addStatements(blocks, migration.statements());
        blocks.add(context(List.of(markdownText(footer(migration, shown)))));
        return view(v -> v.type("modal")
                .callbackId("lockkeeper.details")
                .title(viewTitle(t -> t.type("plain_text").text("Migration details")))
                .close(viewClose(c -> c.type("plain_text").text("Close")))
                .blocks(blocks));
    }

    private static int addStatements(List<LayoutBlock> blocks, List<Statement> statements) {
        int length = 0;
        int shown = 0;
        for (Statement statement : statements) {
            String text = clamp(text(statement, statements.size()));
            length += text.length();
            if (shown == MOST_STATEMENTS || length > MOST_IN_ALL) {
                break;
            }
            blocks.add(section(s -> s.text(markdownText(text))));
            shown++;
        }
        return shown;
    }

    private static String heading(Migration migration) {
        return "*%s* on *%s* (%s) · %s risk · submitted by %s"
                .formatted(
                        SlackText.mrkdwn(migration.version(), MOST_NAME),
                        SlackText.mrkdwn(migration.target().name(), MOST_NAME),
                        SlackText.mrkdwn(migration.target().environment(), MOST_NAME),
                        risk(migration.risk()),
                        SlackText.mrkdwn(migration.submitter().identity(), MOST_NAME));
    }

    private static String text(Statement statement, int of) {
        StringBuilder text = new StringBuilder();
        text.append("*%d of %d · %s*\n".formatted(statement.index() + 1, of, risk(statement.risk())));
        text.append("```").append(SlackText.code(statement.sql(), MOST_SQL)).append("```\n");
        if (!statement.reason().isBlank()) {
            text.append(SlackText.mrkdwn(statement.reason(), MOST_SENTENCE)).append('\n');
        }
        text.append(lock(statement));
        statement.findings().stream()
                .filter(finding -> !finding.saferWay().isBlank())
                .limit(3)
                .forEach(finding ->
                        text.append("\n*Safer:* ").append(SlackText.mrkdwn(finding.saferWay(), MOST_SENTENCE / 2)));
        return text.toString();
    }

    private static String lock(Statement statement) {
        String total = "about %s in all".formatted(seconds(statement.total()));
        if (statement.lock().isBlank()) {
            return "*Lock:* none · " + total;
        }
        return "*Lock:* %s on `%s`, blocks %s for %s · %s"
                .formatted(
                        SlackText.mrkdwn(statement.lock(), MOST_NAME),
                        SlackText.span(statement.table(), MOST_NAME),
                        SlackText.mrkdwn(statement.blocks(), MOST_NAME),
                        seconds(statement.blocked()),
                        total);
    }

    private static String sentence(Statement.Finding finding) {
        String safer =
                finding.saferWay().isBlank() ? "" : "\n*Safer:* " + SlackText.mrkdwn(finding.saferWay(), MOST_SENTENCE);
        return "*%s* · %s%s".formatted(risk(finding.risk()), SlackText.mrkdwn(finding.reason(), MOST_SENTENCE), safer);
    }

    private static String footer(Migration migration, int shown) {
        int left = migration.statements().size() - shown;
        String more = left == 0 ? "All statements are shown." : left + " more statements are not shown here.";
        return clamp(
                migration.planUrl().isBlank()
                        ? more
                        : more + " <"
                                + SlackText.mrkdwn(migration.planUrl(), MOST_SENTENCE)
                                        .replace("|", "%7C") + "|The whole plan>");
    }

    private static String seconds(Statement.Seconds seconds) {
        if (seconds.high() < 1) {
            return "under 1 s";
        }
        return "%.0f–%.0f s".formatted(Math.floor(Math.max(0, seconds.low())), Math.ceil(seconds.high()));
    }

    private static String risk(Risk risk) {
        return risk.name().toUpperCase(Locale.ROOT);
    }

    /** Each part is bounded on its own; this holds even if they add up. */
    private static String clamp(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }
}
