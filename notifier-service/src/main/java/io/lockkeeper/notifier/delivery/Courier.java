package io.lockkeeper.notifier.delivery;

import io.lockkeeper.notifier.NotifierConfig;
import io.lockkeeper.notifier.card.Cards;
import io.lockkeeper.notifier.delivery.Reconciler.Search;
import io.lockkeeper.notifier.drawing.Card;
import io.lockkeeper.notifier.drawing.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Carries one piece of work to Slack, outside any transaction: reads the newest state, draws, calls, has the outcome noted. */
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);

    private final Cards cards;
    private final SlackClient slack;
    private final Reconciler reconciler;
    private final Deliveries deliveries;
    private final DeliveryMetrics metrics;
    private final Duration timeout;
    private final Clock clock;

    Courier(
            Cards cards,
            SlackClient slack,
            Reconciler reconciler,
            Deliveries deliveries,
            DeliveryMetrics metrics,
            NotifierConfig config,
            Clock clock) {
        this.cards = cards;
        this.slack = slack;
        this.reconciler = reconciler;
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.timeout = config.slack().timeout();
        this.clock = clock;
    }

    void deliver(Work work) {
        MDC.put("key", work.migrationId());
        try {
            switch (work) {
                case Work.Post post -> post(post);
                case Work.Edit edit -> edit(edit);
                case Work.Answer answer -> reply(answer);
            }
        } catch (SQLException | RuntimeException e) {
            // The lease ends by itself; then the work is handed out again, and a post looks first whether it arrived.
            LOG.error("a delivery broke off; it is repeated when its lease ends", e);
        } finally {
            MDC.remove("key");
        }
    }

    private void post(Work.Post post) throws SQLException {
        boolean unknownBefore = post.triedAt() != null;
        if (post.triedAt() != null) {
            switch (reconciler.card(post.channel(), post.migrationId(), post.triedAt())) {
                case Search.Found(String channel, String ts) -> {
                    deliveries.found(post, channel, ts);
                    return;
                }
                case Search.Failed(SlackAnswer why) -> {
                    metrics.called(post, why);
                    deliveries.failed(post, why, true);
                    return;
                }
                case Search.Absent() -> LOG.info("a post of unknown outcome did not arrive; posting again");
            }
        }
        Cards.Revision newest = newest(post);
        Card card = Card.of(newest.facets(), post.form(), clock.instant());
        if (tooLate(post)) {
            return;
        }
        SlackAnswer answer = slack.post(post.channel(), post.migrationId(), card);
        metrics.called(post, answer);
        if (answer instanceof SlackAnswer.Done done) {
            deliveries.shown(post, done, newest.number(), 0);
        } else {
            deliveries.failed(post, answer, unknownBefore);
        }
    }

    private void edit(Work.Edit edit) throws SQLException {
        Cards.Revision newest = newest(edit);
        Card card = Card.of(newest.facets(), edit.form(), clock.instant());
        if (tooLate(edit)) {
            return;
        }
        SlackAnswer answer = slack.edit(edit.channel(), edit.ts(), card);
        metrics.called(edit, answer);
        if (answer instanceof SlackAnswer.Done done) {
            deliveries.shown(edit, done, newest.number(), edit.sentRevision());
        } else {
            deliveries.failed(edit, answer, false);
        }
    }

    private void reply(Work.Answer reply) throws SQLException {
        boolean unknownBefore = reply.triedAt() != null;
        if (unknownBefore) {
            switch (reconciler.reply(
                    reply.channel(), reply.ts(), reply.eventId().toString())) {
                case Search.Found(String channel, String ts) -> {
                    deliveries.replied(reply, ts);
                    return;
                }
                case Search.Failed(SlackAnswer why) -> {
                    metrics.called(reply, why);
                    deliveries.failed(reply, why, true);
                    return;
                }
                case Search.Absent() -> LOG.info("a reply of unknown outcome did not arrive; posting again");
            }
        }
        String text = reply.text().isEmpty() ? Summary.of(newest(reply).facets()) : reply.text();
        if (tooLate(reply)) {
            return;
        }
        SlackAnswer answer = slack.reply(
                reply.channel(),
                reply.ts(),
                reply.migrationId(),
                reply.eventId().toString(),
                text);
        metrics.called(reply, answer);
        if (answer instanceof SlackAnswer.Done done) {
            deliveries.replied(reply, done.ts());
        } else {
            deliveries.failed(reply, answer, unknownBefore);
        }
    }

    private Cards.Revision newest(Work work) {
        return cards.newest(work.migrationId())
                .orElseThrow(() -> new IllegalStateException("card " + work.migrationId() + " is gone from its table"));
    }

    /** A call that could outlive the lease is not begun: another worker's newer edit would be overwritten, or a card doubled. */
    private boolean tooLate(Work work) {
        boolean late = clock.instant().plus(timeout).isAfter(work.lease().until());
        if (late) {
            LOG.warn("a delivery came too late for its lease; it is repeated");
        }
        return late;
    }
}
