package io.lockkeeper.notifier.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.notifier.card.Cards;
import io.lockkeeper.notifier.thread.Replies;
import io.lockkeeper.outbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What all listeners do with a record. The record's key is the migration id on every topic read here. */
@ApplicationScoped
class Intake {

    private final Inbox inbox;
    private final Cards cards;
    private final Replies replies;

    Intake(Inbox inbox, Cards cards, Replies replies) {
        this.inbox = inbox;
        this.cards = cards;
        this.replies = replies;
    }

    /** Reads one topic's value; empty for an event of a newer service that this one does not know. */
    @FunctionalInterface
    interface Wire {
        Optional<Effect> read(byte[] value) throws InvalidProtocolBufferException;
    }

    void receive(ConsumerRecord<String, byte[]> record, Wire wire) {
        inbox.receive(record, (envelope, value) -> {
            Optional<Effect> effect = wire.read(value);
            if (effect.isEmpty()) {
                inbox.ignored(envelope);
                return;
            }
            Effect known = effect.get();
            cards.change(envelope.key(), known.urgent(), known.fold());
            known.reply()
                    .ifPresent(
                            reply -> replies.put(envelope.key(), envelope.id().value(), reply));
        });
    }
}
