package io.lockkeeper.executor.intake;

import io.lockkeeper.executor.claim.ClaimLoop;
import io.lockkeeper.executor.grant.MigrationId;
import io.lockkeeper.outbox.Envelope;
import io.lockkeeper.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to approval-service. */
@ApplicationScoped
class ApprovalListener {

    private final Inbox inbox;
    private final Intake intake;
    private final ClaimLoop claims;

    ApprovalListener(Inbox inbox, Intake intake, ClaimLoop claims) {
        this.inbox = inbox;
        this.intake = intake;
        this.claims = claims;
    }

    @Incoming("approval")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        AtomicBoolean queued = new AtomicBoolean();
        inbox.receive(record, (envelope, value) -> queued.set(handle(envelope, value)));
        if (queued.get()) {
            claims.wake();
        }
    }

    private boolean handle(Envelope envelope, byte[] value) throws Exception {
        MigrationId migration = new MigrationId(envelope.key());
        return switch (ApprovalWire.read(value)) {
            case ApprovalNotice.Issued issued -> intake.issued(migration, issued);
            case ApprovalNotice.Revoked revoked -> {
                intake.revoked(migration, revoked);
                yield false;
            }
            case ApprovalNotice.NotForUs none -> false;
            case ApprovalNotice.Unrecognised none -> {
                inbox.ignored(envelope);
                yield false;
            }
        };
    }
}
