package io.lockkeeper.outbox;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnvelopeTest {

    private final Envelope envelope = Events.envelope("m-1");

    @Test
    void readsBackFromHeadersWhatItWrote() {
        assertThat(Envelope.of(Events.record(envelope))).isEqualTo(envelope);
    }

    @Test
    void readsARecordWithoutATrace() {
        Headers headers = envelope.toHeaders().remove("traceparent");
        assertThat(Envelope.of(Events.record("m-1", headers, () -> new byte[0])).traceparent())
                .isNull();
    }

    @Test
    void refusesARecordThatLacksAHeader() {
        for (String name : new String[] {"ce_id", "ce_type", "ce_source", "ce_time"}) {
            refuses(envelope.toHeaders().remove(name), name);
        }
    }

    @Test
    void refusesARecordWithAnUnreadableHeader() {
        Map.of("ce_id", "1-1-1-1-1", "ce_type", " ", "ce_source", "", "ce_time", "yesterday")
                .forEach((name, value) -> {
                    Headers headers = envelope.toHeaders().remove(name).add(name, value.getBytes(UTF_8));
                    refuses(headers, "record lockkeeper.migration.v1/3@42");
                });
        refuses(envelope.toHeaders().remove("ce_id").add("ce_id", null), "ce_id");
    }

    @Test
    @SuppressWarnings("NullAway") // what Kafka hands over is not annotated
    void refusesARecordWithoutKeyOrValue() {
        assertThatThrownBy(() -> Envelope.of(Events.record(null, envelope.toHeaders(), () -> new byte[0])))
                .isInstanceOf(Envelope.MalformedEvent.class);
        assertThatThrownBy(() -> Envelope.of(Events.record("m-1", envelope.toHeaders(), () -> null)))
                .isInstanceOf(Envelope.MalformedEvent.class)
                .hasMessageContaining("has no value");
    }

    private static void refuses(Headers headers, String because) {
        assertThatThrownBy(() -> Envelope.of(Events.record("m-1", headers, () -> new byte[0])))
                .isInstanceOf(Envelope.MalformedEvent.class)
                .hasMessageContaining(because);
    }
}
