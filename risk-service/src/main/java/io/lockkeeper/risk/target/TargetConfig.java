package io.lockkeeper.risk.target;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Map;

/** The targets that migrations may be submitted for, with the read-only account that reads their facts. */
@ConfigMapping(prefix = "lockkeeper")
public interface TargetConfig {

    /** Targets by name; the name is the same in every service's configuration. */
    Map<String, Target> targets();

    /** How long submissions that ask for the same tables share one reading of facts; zero: never. */
    @WithName("facts-fresh-for")
    @WithDefault("1s")
    Duration factsFreshFor();

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
    }
}
