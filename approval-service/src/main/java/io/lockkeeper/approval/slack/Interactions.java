package io.lockkeeper.approval.slack;

import io.lockkeeper.approval.decision.Approval;
import io.lockkeeper.approval.decision.Approvals;
import io.lockkeeper.approval.decision.Attempt;
import io.lockkeeper.approval.decision.Attempt.Actor;
import io.lockkeeper.approval.decision.Attempt.Door;
import io.lockkeeper.approval.decision.Attempt.Origin;
import io.lockkeeper.approval.decision.Decision;
import io.lockkeeper.approval.decision.Verdict;
import io.lockkeeper.approval.directory.People;
import io.lockkeeper.approval.directory.SlackUser;
import io.lockkeeper.approval.slack.Interaction.Card;
import io.lockkeeper.approval.slack.Interaction.Click;
import io.lockkeeper.approval.slack.Interaction.Other;
import io.lockkeeper.approval.slack.Interaction.ReasonGiven;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * What a click leads to. A decision is made before Slack gets its answer; what Slack is told besides (modals, the reason of a
 * refusal) goes out on a thread of its own and can neither delay nor undo it.
 */
@ApplicationScoped
class Interactions {

    private static final Logger LOG = Logger.getLogger(Interactions.class);
    private static final int MOST_TOLD = 3_000;
    private static final String UNKNOWN =
            "Lockkeeper does not know this migration yet, so nothing was decided. Try again in a few seconds.";

    private final Approvals approvals;
    private final People people;
    private final SlackClient slack;
    private final MeterRegistry metrics;
    private final ExecutorService afterwards = Executors.newVirtualThreadPerTaskExecutor();

    Interactions(Approvals approvals, People people, SlackClient slack, MeterRegistry metrics) {
        this.approvals = approvals;
        this.people = people;
        this.slack = slack;
        this.metrics = metrics;
    }

    /** A complaint about a modal's input, shown next to it; empty when all is well. */
    Optional<String> handle(Interaction interaction) {
        return switch (interaction) {
            case Click click -> {
                clicked(click);
                yield Optional.empty();
            }
            case ReasonGiven given -> rejected(given);
            case Other other -> {
                LOG.warnf("ignored an interaction that is not ours: %s", other.what());
                metrics.counter("lockkeeper.slack.ignored").increment();
                yield Optional.empty();
            }
        };
    }

    private void clicked(Click click) {
        switch (click.button()) {
            case APPROVE -> decide(attempt(click.user(), click.card(), Verdict.APPROVE, ""), click.user());
            case REJECT -> askWhy(click);
            case DETAILS -> showDetails(click);
        }
    }

    /** Whoever may not reject hears so now, not after having written a reason. */
    private void askWhy(Click click) {
        Attempt attempt = attempt(click.user(), click.card(), Verdict.REJECT, "");
        Approval approval = approvals.find(attempt.migration()).orElse(null);
        if (approval == null) {
            tell(click.user(), click.card(), UNKNOWN);
            return;
        }
        approvals
                .refuse(attempt)
                .ifPresentOrElse(
                        refusal -> tell(click.user(), click.card(), refusal.sentence()),
                        () -> afterwards.execute(
                                () -> slack.open(click.trigger(), Modals.reject(approval.migration(), click.card()))));
    }

    private void showDetails(Click click) {
        approvals
                .find(click.card().migration())
                .ifPresentOrElse(
                        approval -> afterwards.execute(
                                () -> slack.open(click.trigger(), Modals.details(approval.migration()))),
                        () -> tell(click.user(), click.card(), UNKNOWN));
    }

    private Optional<String> rejected(ReasonGiven given) {
        String reason = given.reason().strip();
        if (reason.isEmpty()) {
            return Optional.of("Say why: the submitter needs to know what to change.");
        }
        if (reason.length() > Attempt.MOST_COMMENT) {
            return Optional.of("At most " + Attempt.MOST_COMMENT + " characters, please.");
        }
        decide(attempt(given.user(), given.card(), Verdict.REJECT, reason), given.user());
        return Optional.empty();
    }

    private void decide(Attempt attempt, SlackUser user) {
        Optional<Decision.Result> result = approvals.decide(attempt);
        String channel = attempt.origin().channel();
        if (result.isEmpty()) {
            tell(user, channel, UNKNOWN);
        } else if (result.get() instanceof Decision.Refusal refusal) {
            tell(user, channel, refusal.sentence());
        }
    }

    private Attempt attempt(SlackUser user, Card card, Verdict verdict, String comment) {
        Actor actor = new Actor(people.slack(user).orElse(null), "", user, "");
        Origin origin = new Origin(Door.SLACK, card.channel(), card.messageTs());
        return new Attempt(card.migration(), card.subject(), verdict, comment, actor, origin);
    }

    private void tell(SlackUser user, Card card, String sentence) {
        tell(user, card.channel(), sentence);
    }

    private void tell(SlackUser user, String channel, String sentence) {
        String text = SlackText.mrkdwn(sentence, MOST_TOLD);
        afterwards.execute(() -> slack.tell(channel, user.user(), text));
    }

    @PreDestroy
    void stop() {
        afterwards.close();
    }
}
