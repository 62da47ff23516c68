package io.lockkeeper.notifier.thread;

import io.lockkeeper.notifier.NotifierConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Where replies are put, in the inbox's transaction: one event causes at most one, however often it is delivered. */
@ApplicationScoped
public class Replies {

    /** All refusals are in the audit trail; a thread shows the first few. */
    static final int MOST_REFUSALS = 20;

    private final ReplyStore store;
    private final NotifierConfig config;
    private final Clock clock;

    Replies(ReplyStore store, NotifierConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void put(String migrationId, UUID eventId, Reply reply) {
        if (reply.kind() == Reply.Kind.REFUSAL && store.refusals(migrationId) >= MOST_REFUSALS) {
            return;
        }
        Instant now = clock.instant();
        Instant readyAt =
                reply.kind() == Reply.Kind.SUMMARY ? now.plus(config.delivery().summaryDelay()) : now;
        store.add(migrationId, eventId, reply, readyAt);
    }
}
