package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.blockkit.Mrkdwn;
import io.lockkeeper.notifier.card.ApprovalFacet;
import io.lockkeeper.notifier.card.ApprovalFacet.Approval;
import io.lockkeeper.notifier.card.CardState;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.card.MigrationFacet;
import io.lockkeeper.notifier.card.MigrationFacet.Withdrawal;
import io.lockkeeper.notifier.card.Person;
import io.lockkeeper.notifier.card.RunFacet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a migration ended: what, how long, how much, who allowed it and when. */
final class Outcome {

    private static final int WORDS = 600;

    private Outcome() {}

    static String mrkdwn(Facets facets) {
        CardState state = facets.state();
        List<String> lines = new ArrayList<>();
        lines.add(state.glyph() + " *" + state.words() + "*" + measures(facets));
        explanation(facets, state).ifPresent(lines::add);
        approvals(facets.approval()).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private static String measures(Facets facets) {
        RunFacet run = facets.run();
        if (run.stage() == RunFacet.Stage.NONE) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        Instant started = run.startedAt();
        if (started != null) {
            text.append(" after ").append(Human.duration(Duration.between(started, run.at())));
        }
        if (run.stage() == RunFacet.Stage.SUCCEEDED) {
            text.append(" · ").append(Human.count(run.statements(), "statement", "statements"));
            if (run.rows() > 0) {
                text.append(" · ")
                        .append(Human.count(run.rows(), "row", "rows"))
                        .append(" affected");
            }
        } else {
            text.append(" · ").append(applied(run));
        }
        return text.append(" · ").append(Mrkdwn.moment(run.at())).toString();
    }

    private static String applied(RunFacet run) {
        if (run.statementsDone() == 0) {
            return "no statement had finished";
        }
        String of = run.statements() > 0 ? " of " + run.statements() : "";
        return run.statementsDone() + of + " statements had finished and stay applied";
    }

    private static Optional<String> explanation(Facets facets, CardState state) {
        RunFacet run = facets.run();
        ApprovalFacet approval = facets.approval();
        return switch (state) {
            case FAILED -> Optional.of(failure(run));
            case ABORTED -> Optional.of("Aborted by " + person(run.by()));
            case OUTCOME_UNKNOWN ->
                Optional.of(statement(run) + Mrkdwn.text(run.reason(), WORDS)
                        + "\nNobody knows whether it took effect. Look at the target before anything else is run.");
            case REJECTED ->
                Optional.of("Rejected by " + person(approval.by()) + " " + Mrkdwn.moment(approval.at())
                        + quoted(approval.reason()));
            case EXPIRED ->
                Optional.of(
                        "Nobody approved in time. " + Mrkdwn.moment(approval.at()) + "\nSubmit it again to ask anew.");
            case WITHDRAWN -> withdrawal(facets.migration());
            default -> Optional.empty();
        };
    }

    private static Optional<String> withdrawal(@Nullable MigrationFacet migration) {
        Withdrawal withdrawal = migration == null ? null : migration.withdrawal();
        return withdrawal == null
                ? Optional.empty()
                : Optional.of("Withdrawn by " + Mrkdwn.person("", withdrawal.by()) + " "
                        + Mrkdwn.moment(withdrawal.at()) + quoted(withdrawal.reason()));
    }

    private static String failure(RunFacet run) {
        return "Error " + Mrkdwn.code(run.code().isBlank() ? "UNKNOWN" : run.code(), 60) + ": " + statement(run)
                + Mrkdwn.text(run.reason(), WORDS);
    }

    private static String statement(RunFacet run) {
        return run.statementIndex() < 0 ? "" : "at statement " + (run.statementIndex() + 1) + ": ";
    }

    private static Optional<String> approvals(ApprovalFacet approval) {
        if (approval.given().isEmpty()) {
            return Optional.empty();
        }
        List<String> people =
                approval.given().stream().limit(5).map(Outcome::approval).toList();
        return Optional.of("Approved by " + String.join(", ", people));
    }

    private static String approval(Approval approval) {
        return Mrkdwn.person(approval.person().slackUser(), approval.person().identity()) + " "
                + Mrkdwn.moment(approval.at());
    }

    private static String quoted(String words) {
        return words.isBlank() ? "" : ": “" + Mrkdwn.text(words, WORDS) + "”";
    }

    private static String person(@Nullable Person person) {
        Person known = person == null ? Person.NOBODY : person;
        return Mrkdwn.person(known.slackUser(), known.identity());
    }
}
