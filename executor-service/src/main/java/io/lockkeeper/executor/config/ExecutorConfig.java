package io.lockkeeper.executor.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings of executor-service. Unknown keys under {@code lockkeeper} fail the start. */
@ConfigMapping(prefix = "lockkeeper")
public interface ExecutorConfig {

    /** The databases that migrations run on, by name. */
    Map<String, Target> targets();

    /** How grants are verified. */
    Grant grant();

    /** Where bundles are fetched. */
    Risk risk();

    /** How runs are claimed and held. */
    Runs runs();

    /** How live progress is measured. */
    Sampling sampling();

    /** One database and the account that may change its schema. */
    interface Target {

        /** JDBC URL of a PostgreSQL database, without credentials. */
        @WithName("jdbc-url")
        String jdbcUrl();

        /** The DDL account. */
        String username();

        /** Password of the DDL account; absent where the server asks for none. */
        Optional<String> password();

        /**
         * The environment, for instance {@code production}: part of the approved subject, so it must be the word that
         * intake uses for this target, or no grant will match.
         */
        String environment();
    }

    /** Trust in approval-service. */
    interface Grant {

        /** Key id → file with the Ed25519 public key (PEM, SubjectPublicKeyInfo). */
        @WithName("public-keys")
        Map<String, Path> publicKeys();

        /** How far the clocks of the two services may be apart. */
        @WithName("clock-skew")
        @WithDefault("5s")
        Duration clockSkew();
    }

    /** risk-service as the keeper of bundles. */
    interface Risk {

        /** For instance {@code http://127.0.0.1:8081}. */
        @WithName("base-url")
        URI baseUrl();

        /** Bearer token with role {@code bundles}. */
        String token();

        /** Limit of one answer. */
        @WithDefault("10s")
        Duration timeout();

        /** Tries in all when risk-service cannot be reached. */
        @WithDefault("5")
        int attempts();

        /** Largest bundle accepted, in bytes. */
        @WithName("max-bundle-bytes")
        @WithDefault("8388608")
        int maxBundleBytes();
    }

    /** Leases and the claim loop. */
    interface Runs {

        /** Whether this process takes runs; switch it off to drain a machine. */
        @WithDefault("true")
        boolean claiming();

        /** How long a run stays with an executor that is not heard of. */
        @WithDefault("30s")
        Duration lease();

        /** How often a lease is renewed; must be well below the lease. */
        @WithDefault("5s")
        Duration heartbeat();

        /** How often the queue is looked at when nothing woke the loop. */
        @WithDefault("1s")
        Duration poll();

        /** Runs that this process executes at once. */
        @WithDefault("8")
        int parallel();

        /** How long the stop of the process waits for live runs to end. */
        @WithName("shutdown-grace")
        @WithDefault("10s")
        Duration shutdownGrace();

        /** How long a run waits for another Lockkeeper session on the same database to go away. */
        @WithName("target-lock-wait")
        @WithDefault("30s")
        Duration targetLockWait();
    }

    /** The second connection that watches a run. */
    interface Sampling {

        /** Time between two looks; at most two samples a second are published. */
        @WithDefault("PT0.5S")
        Duration interval();
    }
}
