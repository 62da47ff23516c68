package io.lockkeeper.outbox;

import com.google.protobuf.Message;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.RunEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboxIT {

    private static final Message EVENT = Events.withdrawn("m-1", "changed my mind");

    private final Schema schema = Schema.create();
    private final JdbcTransactions transactions = new JdbcTransactions(schema.source());
    private final Outbox outbox = new Outbox(
            transactions.source(),
            transactions.registry(),
            new RelayLoop(transactions, Settings.RISK, new SimpleMeterRegistry(), "unused:1"),
            Settings.RISK);

    @Test
    void storesWhatDebeziumsRouterNeeds() throws Exception {
        // when
        Trace.within(
                Events.TRACEPARENT,
                () -> transactions.inNew(connection -> {
                    outbox.put(Topic.MIGRATION, "m-1", EVENT);
                    return EVENT;
                }));

        // then
        assertThat(schema.rows("""
                SELECT concat_ws('|', aggregatetype, aggregateid, type, source, tracingspancontext, encode(payload, 'hex'),
                                 occurred_at > now() - interval '1 minute')
                FROM outbox_event"""))
                .containsExactly("lockkeeper.migration.v1|m-1|MigrationWithdrawn|risk-service|" + Events.TRACEPARENT
                        + "|" + java.util.HexFormat.of().formatHex(EVENT.toByteArray()) + "|t");
    }

    @Test
    void storesNothingWhenTheTransactionRollsBack() {
        // when
        var failing = assertThatThrownBy(() -> transactions.inNew(connection -> {
            outbox.put(Topic.MIGRATION, "m-1", EVENT);
            throw new IllegalStateException("changed my mind");
        }));

        // then
        failing.hasMessage("changed my mind");
        assertThat(stored()).isZero();
    }

    @Test
    void refusesToPutOutsideATransaction() {
        assertThatThrownBy(() -> outbox.put(Topic.MIGRATION, "m-1", EVENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
        assertThat(stored()).isZero();
    }

    @Test
    void refusesATopicOfAnotherService() {
        refuses(Topic.RUN, RunEvent.getDefaultInstance(), "risk-service may not write to lockkeeper.run.v1");
    }

    @Test
    void refusesTheMessageOfAnotherTopic() {
        refuses(
                Topic.MIGRATION,
                RunEvent.getDefaultInstance(),
                "lockkeeper.migration.v1 carries lockkeeper.v1.MigrationEvent, not lockkeeper.v1.RunEvent");
    }

    @Test
    void refusesAnEventWithoutAMemberOfItsOneof() {
        refuses(Topic.MIGRATION, MigrationEvent.getDefaultInstance(), "needs one member");
    }

    @Test
    void refusesABlankKey() {
        assertThatThrownBy(() -> transactions.inNew(connection -> {
                    outbox.put(Topic.MIGRATION, " ", EVENT);
                    return EVENT;
                }))
                .hasMessageContaining("key");
    }

    @Test
    void refusesAnEventThatTheBrokerWouldRefuseAndTakesTheLargestItMay() throws Exception {
        // given
        Message largest = Events.withdrawn("m-1", "x".repeat(Outbox.MAX_BYTES - 20));
        Message tooLarge = Events.withdrawn("m-1", "x".repeat(Outbox.MAX_BYTES));

        // when
        transactions.inNew(connection -> {
            outbox.put(Topic.MIGRATION, "m-1", largest);
            return largest;
        });

        // then
        assertThat(stored()).isEqualTo(1);
        refuses(Topic.MIGRATION, tooLarge, "claim check");
    }

    private void refuses(Topic topic, Message value, String because) {
        long before = stored();
        assertThatThrownBy(() -> transactions.inNew(connection -> {
                    outbox.put(topic, "m-1", value);
                    return value;
                }))
                .hasMessageContaining(because);
        assertThat(stored()).isEqualTo(before);
    }

    private long stored() {
        return schema.number("SELECT count(*) FROM outbox_event");
    }
}
