package io.lockkeeper.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Settings of progress-service. */
@ConfigMapping(prefix = "lockkeeper")
public interface ProgressConfig {

    /** The pages for people. */
    Dashboard dashboard();

    /** The audit chain. */
    Audit audit();

    /** Live progress. */
    Snapshot snapshot();

    /** The live stream of a migration. */
    Stream stream();

    interface Dashboard {

        /** Whether the pages are shown to whoever can reach them. False: only with a token that has the role {@code read}. */
        @WithDefault("false")
        boolean open();
    }

    interface Audit {

        /** How often the whole chain is verified. */
        @WithName("verify-every")
        @WithDefault("1m")
        Duration verifyEvery();
    }

    interface Snapshot {

        /** How often live runs are looked at for a snapshot that is owed. */
        @WithDefault("1s")
        Duration tick();
    }

    interface Stream {

        /** How often a stream looks for news. */
        @WithDefault("500ms")
        Duration poll();
    }
}
