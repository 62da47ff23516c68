package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.migration.MigrationNews;
import io.lockkeeper.approval.migration.MigrationWire;
import io.lockkeeper.outbox.Envelope;
import io.lockkeeper.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of migrations, in order: a virtual thread per record would let a later one overtake. */
@ApplicationScoped
class MigrationListener {

    private final Inbox inbox;
    private final Approvals approvals;

    MigrationListener(Inbox inbox, Approvals approvals) {
        this.inbox = inbox;
        this.approvals = approvals;
    }

    @Incoming("migration")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, this::apply);
    }

    private void apply(Envelope envelope, byte[] value) throws Exception {
        switch (MigrationWire.parse(value)) {
            case MigrationNews.Classified news -> approvals.open(news.migration());
            case MigrationNews.Withdrawn news -> approvals.withdraw(news.migration(), news.by());
            case MigrationNews.Submitted news -> {}
            case MigrationNews.Unknown news -> inbox.ignored(envelope);
        }
    }
}
