package io.lockkeeper.outbox;

import java.time.Duration;

/** The settings of a service as tests need them. */
record Settings(String service, Duration retention) implements OutboxConfig {

    static final Settings RISK = new Settings("risk-service", Duration.ofDays(30));

    @Override
    public Relay relay() {
        return new Relay() {
            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public Duration poll() {
                return Duration.ofMillis(200);
            }

            @Override
            public int batch() {
                return 200;
            }

            @Override
            public boolean createTopics() {
                return true;
            }

            @Override
            public short replicationFactor() {
                return 1;
            }
        };
    }

    @Override
    public Inbox inbox() {
        return new Inbox() {
            @Override
            public Duration retention() {
                return retention;
            }

            @Override
            public Duration cleanUpEvery() {
                return Duration.ofHours(1);
            }
        };
    }
}
