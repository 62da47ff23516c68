package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.decision.ApprovalState.Event;
import io.lockkeeper.outbox.Envelope;
import io.lockkeeper.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of runs, in order: a virtual thread per record would let a later one overtake. */
@ApplicationScoped
class RunListener {

    private final Inbox inbox;
    private final Approvals approvals;

    RunListener(Inbox inbox, Approvals approvals) {
        this.inbox = inbox;
        this.approvals = approvals;
    }

    @Incoming("run")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, this::apply);
    }

    private void apply(Envelope envelope, byte[] value) throws Exception {
        switch (RunWire.parse(value)) {
            case RunNews.Claimed news -> approvals.note(news.migration(), new Event.RunClaimed(news.run()));
            case RunNews.Over news -> approvals.note(news.migration(), new Event.RunOver(news.end()));
            case RunNews.Other news -> {}
            case RunNews.Unknown news -> inbox.ignored(envelope);
        }
    }
}
