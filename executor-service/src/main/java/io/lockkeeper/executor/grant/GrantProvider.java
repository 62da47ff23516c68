package io.lockkeeper.executor.grant;

import io.lockkeeper.executor.config.ExecutorConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the verifier at the start, so that a bad key fails the start and not a run. */
final class GrantProvider {

    @Produces
    @Singleton
    @Startup
    GrantVerifier verifier(ExecutorConfig config, Clock clock) {
        return new GrantVerifier(
                GrantKeys.read(config.grant().publicKeys()),
                clock,
                config.grant().clockSkew());
    }
}
