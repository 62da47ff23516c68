package io.lockkeeper.risk.target;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The targets that migrations may be submitted for, with the read-only account that reads their facts. */
@ConfigMapping(prefix = "lockkeeper")
public interface TargetConfig {

    /** Targets by name; the name is the same in every service's configuration. */
    Map<String, Target> targets();

    /** How long submissions that ask for the same tables share one reading of facts; zero: never. */
    @WithName("facts-fresh-for")
    @WithDefault("1s")
    Duration factsFreshFor();

    /** Where levels begin, for every target and for a lint without one. */
    Thresholds thresholds();

    /** How estimates learn from finished runs. */
    Calibration calibration();

    /** One target. */
    interface Target {

        /** JDBC URL, for instance {@code jdbc:postgresql://db:5432/shop}. */
        @WithName("jdbc-url")
        String jdbcUrl();

        /** Account that may read the catalogs; it needs no right to any row. */
        String username();

        /** Its password. */
        String password();

        /** {@code production}, {@code staging} …; policy and windows go by it. */
        String environment();

        /** Team that owns the target. */
        String owner();

        /** Slack channel for the target's cards, id or {@code #name}. */
        String channel();

        /** Group whose members may approve. */
        @WithName("approver-group")
        @WithDefault("dba")
        String approverGroup();

        /** Most connections that risk-service opens to the target. */
        @WithName("max-connections")
        @WithDefault("4")
        int maxConnections();

        /** Where levels begin for this target, where that differs. */
        Thresholds thresholds();
    }

    /** Reads and writes may be blocked for no longer than writes alone; unset: of all targets, or the default. */
    interface Thresholds {

        /** Nobody can read or write; by default 1 s is MEDIUM and 10 s HIGH. */
        @WithName("reads-and-writes-blocked")
        Levels readsAndWritesBlocked();

        /** Nobody can write; by default 5 s is MEDIUM and 60 s HIGH. */
        @WithName("writes-blocked")
        Levels writesBlocked();
    }

    /** Longer than this is the level. */
    interface Levels {

        /** Longer than this is MEDIUM. */
        Optional<Duration> medium();

        /** Longer than this is HIGH. */
        Optional<Duration> high();
    }

    /** Settings of calibration. */
    interface Calibration {

        /** Whether estimates take finished runs of their target into account; runs are recorded either way. */
        @WithDefault("true")
        boolean enabled();
    }
}
