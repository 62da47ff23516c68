package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.blockkit.Mrkdwn;
import io.lockkeeper.notifier.card.ApprovalFacet;
import io.lockkeeper.notifier.card.CardState;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.card.MigrationFacet;
import io.lockkeeper.notifier.card.MigrationFacet.Statement;
import io.lockkeeper.notifier.card.RunFacet;
import io.lockkeeper.notifier.card.SnapshotFacet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The message in plain sentences. Notifications show its beginning and screen readers read only this, so it says everything that
 * is needed to decide: state, risk, target, who asks, who may answer, and each statement with its reason.
 */
final class SpokenText {

    /** {@code chat.update} refuses more than 4,000, and a section more than 3,000. */
    static final int LIMIT = 2_900;

    private static final int NAME = 80;
    private static final int WORDS = 200;

    private SpokenText() {}

    static String of(Facets facets, MigrationFacet migration) {
        List<String> sentences = new ArrayList<>();
        sentences.add(first(facets, migration));
        sentences.add(state(facets, migration));
        sentences.add("Submitted by " + Mrkdwn.text(migration.submitter(), NAME) + ".");
        if (migration.classified()) {
            sentences.add(Human.count(migration.statementCount(), "statement", "statements") + ".");
            migration.statements().stream()
                    .limit(Statements.MOST)
                    .map(SpokenText::statement)
                    .forEach(sentences::add);
        }
        return joined(sentences);
    }

    /** {@code HIGH risk migration 2026.11.21-1 for shop-production (production): awaiting approval.} */
    private static String first(Facets facets, MigrationFacet migration) {
        CardState state = facets.state();
        String risk = migration.classified() ? migration.risk() + " risk migration " : "Migration ";
        return state.glyph() + " " + state.words() + ": " + risk + Mrkdwn.text(migration.version(), NAME) + " for "
                + Mrkdwn.text(migration.target().name(), NAME) + " ("
                + Mrkdwn.text(migration.target().environment(), NAME) + ").";
    }

    private static String state(Facets facets, MigrationFacet migration) {
        ApprovalFacet approval = facets.approval();
        RunFacet run = facets.run();
        return switch (facets.state()) {
            case AWAITING_APPROVAL -> "Approvals: " + Heading.approvals(approval, migration) + ".";
            case HELD -> "An approved migration waits for an open window.";
            case RUNNING, STALLED, PAUSED, AWAITING_CUT_OVER ->
                facets.liveSnapshot().map(SpokenText::progress).orElse("No measurement yet.");
            case SUCCEEDED ->
                (run.rows() > 0 ? Human.count(run.rows(), "row", "rows") + " affected. " : "") + approvers(approval);
            case FAILED ->
                ended("Error " + Mrkdwn.text(run.code(), NAME) + ": " + Mrkdwn.text(run.reason(), WORDS)) + " "
                        + approvers(approval);
            case OUTCOME_UNKNOWN -> ended(Mrkdwn.text(run.reason(), WORDS));
            case REJECTED -> ended("Reason: " + Mrkdwn.text(approval.reason(), WORDS));
            default -> approvers(approval);
        };
    }

    private static String progress(SnapshotFacet snapshot) {
        String percent = snapshot.percent() < 0 ? "" : ", " + LiveProgress.percent(snapshot.percent());
        return "Statement " + (snapshot.statementIndex() + 1) + " of " + snapshot.statements() + percent + ".";
    }

    private static String approvers(ApprovalFacet approval) {
        if (approval.given().isEmpty()) {
            return "";
        }
        return approval.given().stream()
                .limit(5)
                .map(given -> Mrkdwn.text(given.person().spoken(), NAME) + " at " + Mrkdwn.spokenMoment(given.at()))
                .collect(Collectors.joining(", ", "Approved by ", "."));
    }

    private static String statement(Statement statement) {
        String reason = statement.reason().isBlank() ? "" : ": " + Mrkdwn.text(statement.reason(), WORDS);
        String table = statement.table().isBlank() ? "" : " on " + Mrkdwn.text(statement.table(), NAME);
        return ended("Statement " + (statement.index() + 1) + ", " + statement.risk() + table + reason);
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") || sentence.endsWith("…") ? sentence : sentence + ".";
    }

    /** Whole sentences up to the limit: a sentence cut in the middle could lose an entity's end. */
    private static String joined(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        for (String sentence : sentences) {
            if (text.length() + sentence.length() + 1 > LIMIT) {
                break;
            }
            if (!sentence.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(sentence);
            }
        }
        return text.toString();
    }
}
