package io.lockkeeper.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Settings of relay and inbox. */
@ConfigMapping(prefix = "lockkeeper")
public interface OutboxConfig {

    /** Name of the service, for instance {@code risk-service}: source of its events and name of its inbox. */
    String service();

    /** Settings of the relay. */
    Relay relay();

    /** Settings of the inbox. */
    Inbox inbox();

    /** How long the inbox remembers. */
    interface Inbox {

        /**
         * How long the id of a received event is kept, so that it is recognised when it is delivered again. Must be longer
         * than Kafka keeps records (14 days for the topics created here), or an old record could be applied twice.
         */
        @WithDefault("30d")
        Duration retention();

        /** How often ids older than that are deleted. */
        @WithName("clean-up-every")
        @WithDefault("1h")
        Duration cleanUpEvery();
    }

    /** How events leave the outbox. */
    interface Relay {

        /** Whether this process publishes. Switch it off where a Debezium connector reads the outbox table. */
        @WithDefault("true")
        boolean enabled();

        /** How often the outbox is looked at when no commit of this process woke the relay. */
        @WithDefault("1s")
        Duration poll();

        /** Events read in one transaction. */
        @WithDefault("200")
        int batch();

        /** Whether missing topics are created at the start. Needs the right to create topics. */
        @WithName("create-topics")
        @WithDefault("true")
        boolean createTopics();

        /** Replicas of a topic that is created; production needs 3. */
        @WithName("replication-factor")
        @WithDefault("1")
        short replicationFactor();
    }
}
