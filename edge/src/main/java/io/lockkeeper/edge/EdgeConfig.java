package io.lockkeeper.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Map;

/** Who may call, and how much they may send. */
@ConfigMapping(prefix = "lockkeeper")
public interface EdgeConfig {

    /** Credentials by name. The name stands in the audit trail; the token itself is nowhere. */
    Map<String, Token> tokens();

    /** Limits of requests. */
    Http http();

    /** One credential. */
    interface Token {

        /** Lower-case hex of the SHA-256 of the token. Tokens are random, at least 128 bits, so no salt is needed. */
        String sha256();

        /** Who calls with it. */
        String identity();

        /** What it may do: submit, read, bundles, freeze, decide. */
        List<String> roles();

        /** Whether it may name another person as submitter. */
        @WithName("on-behalf")
        @WithDefault("false")
        boolean onBehalf();
    }

    /** Limits of requests. */
    interface Http {

        /** Largest request body; a larger one is refused with 413. */
        @WithName("max-body")
        @WithDefault("1M")
        MemorySize maxBody();
    }
}
