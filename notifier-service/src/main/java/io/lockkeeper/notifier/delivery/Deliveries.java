package io.lockkeeper.notifier.delivery;

import io.lockkeeper.notifier.NotifierConfig;
import io.lockkeeper.notifier.delivery.Work.Lease;
import io.lockkeeper.notifier.drawing.Card;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** The doorway of delivery: hands out work and notes its outcome, each in one short transaction. Never calls Slack. */
@ApplicationScoped
class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    /** Before looking for a message that may still be on its way into Slack. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final DueStore due;
    private final WorkStore work;
    private final BudgetStore budgets;
    private final DeliveryMetrics metrics;
    private final NotifierConfig.Delivery config;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Agenda agenda;
    private final BackOff passing;
    private final BackOff refusal;

    Deliveries(
            DueStore due,
            WorkStore work,
            BudgetStore budgets,
            DeliveryMetrics metrics,
            NotifierConfig config,
            Clock clock) {
        this.due = due;
        this.work = work;
        this.budgets = budgets;
        this.metrics = metrics;
        this.config = config.delivery();
        this.clock = clock;
        agenda = new Agenda(
                TokenBucket.Rate.perMinute(this.config.editsPerMinute(), this.config.editBurst()),
                new TokenBucket.Rate(this.config.postBurst(), 1));
        passing = new BackOff(this.config.backOff(), Duration.ofMinutes(1));
        refusal = new BackOff(this.config.refusalBackOff(), Duration.ofHours(1));
    }

    /**
     * @param work what to do now, if anything
     * @param pause how long nothing will be possible, unless something changes
     */
    record Turn(Optional<Work> work, Duration pause) {}

    @Transactional(rollbackOn = Exception.class)
    Turn next() throws SQLException {
        Instant now = clock.instant();
        Agenda.Budgets left = budgets.locked();
        metrics.editsLeft(agenda.editsLeft(left.edits(), now));
        var choice = agenda.choose(
                due.due(now, now.minus(config.progressInterval()), now.minus(config.refresh())), left, now);
        return switch (choice) {
            case Agenda.Choice.Idle() -> new Turn(Optional.empty(), config.poll());
            case Agenda.Choice.Wait(Instant until) -> new Turn(Optional.empty(), shorter(now, until));
            case Agenda.Choice.Do(Due next, TokenBucket after) -> {
                budgets.save(next, after);
                Lease lease = new Lease(UUID.randomUUID(), now.plus(config.lease()));
                yield new Turn(Optional.of(work.claim(next, lease, now)), Duration.ZERO);
            }
        };
    }

    private Duration shorter(Instant now, Instant until) {
        Duration wait = Duration.between(now, until);
        return wait.compareTo(config.poll()) < 0 ? wait : config.poll();
    }

    @Transactional(rollbackOn = Exception.class)
    void shown(Work done, SlackAnswer.Done at, long revision, long before) throws SQLException {
        Instant now = clock.instant();
        Instant since = work.shown(done, at.channel(), at.ts(), revision, now);
        if (since == null) {
            LOG.warn("a card was delivered after its lease had ended; the next delivery repeats it");
            return;
        }
        metrics.coalesced(revision - before - 1);
        if (revision > before) {
            metrics.seenAfter(done, Duration.between(since, now));
        }
    }

    @Transactional(rollbackOn = Exception.class)
    void found(Work done, String channel, String ts) throws SQLException {
        LOG.infof("found the card at %s after a post of unknown outcome", ts);
        work.found(done, channel, ts, clock.instant());
    }

    @Transactional(rollbackOn = Exception.class)
    void replied(Work.Answer done, String ts) throws SQLException {
        work.replied(done, ts);
    }

    /** @param tried whether an earlier post may have arrived, or this one */
    @Transactional(rollbackOn = Exception.class)
    void failed(Work tried, SlackAnswer why, boolean unknownBefore) throws SQLException {
        Instant now = clock.instant();
        switch (why) {
            case SlackAnswer.Done done -> throw new IllegalArgumentException("that did not fail");
            case SlackAnswer.Limited(Duration retryAfter) -> {
                Instant until = now.plus(retryAfter);
                block(tried, until);
                work.failed(tried, why.reason(), until, unknownBefore);
            }
            case SlackAnswer.Unavailable(String reason) ->
                work.failed(tried, reason, now.plus(passing.after(tried.failures(), random)), unknownBefore);
            case SlackAnswer.Ambiguous(String reason) ->
                work.failed(tried, reason, now.plus(SETTLING).plus(passing.after(tried.failures(), random)), true);
            case SlackAnswer.Gone(String reason) -> gone(tried, reason);
            case SlackAnswer.BlocksRefused(String reason, String detail) -> blocksRefused(tried, reason, detail, now);
            case SlackAnswer.Refused(String reason) -> refused(tried, reason, now, unknownBefore);
        }
    }

    private void block(Work tried, Instant until) throws SQLException {
        Agenda.Budgets left = budgets.locked();
        if (tried instanceof Work.Edit) {
            budgets.save(BudgetStore.EDITS, left.edits().blocked(until));
        } else {
            budgets.save(BudgetStore.POSTS, left.allPosts().blocked(until));
        }
    }

    private void gone(Work tried, String reason) throws SQLException {
        int reposts =
                switch (tried) {
                    case Work.Post post -> 1;
                    case Work.Edit edit -> edit.reposts();
                    case Work.Answer answer -> answer.reposts();
                };
        if (reposts == 0) {
            LOG.warnf("a card was deleted in Slack (%s); it is posted once more", reason);
            work.repost(tried);
        } else {
            LOG.errorf("a card was deleted in Slack again (%s); it is not posted any more", reason);
            work.giveUp(tried, "deleted twice");
        }
    }

    private void blocksRefused(Work tried, String reason, String detail, Instant now) throws SQLException {
        LOG.errorf("Slack refused what was drawn: %s %s", reason, detail);
        Card.Form form =
                switch (tried) {
                    case Work.Post post -> post.form();
                    case Work.Edit edit -> edit.form();
                    case Work.Answer answer -> Card.Form.TEXT;
                };
        if (tried instanceof Work.Answer answer) {
            work.dropReply(answer, reason);
        } else if (form == Card.Form.TEXT) {
            refused(tried, reason, now, false);
        } else {
            work.refusedBlocks(tried, form.lesser(), reason);
        }
    }

    private void refused(Work tried, String reason, Instant now, boolean unknownBefore) throws SQLException {
        LOG.errorf("Slack refuses and a person has to repair it: %s", reason);
        work.failed(tried, reason, now.plus(refusal.after(tried.failures(), random)), unknownBefore);
    }
}
