package io.lockkeeper.executor.target;

import io.lockkeeper.executor.config.ExecutorConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The configured targets. */
@Startup
@ApplicationScoped
public class Targets {

    private final Map<String, Target> byName;

    Targets(ExecutorConfig config) {
        byName = config.targets().entrySet().stream()
                .map(entry -> new Target(
                        entry.getKey(),
                        entry.getValue().environment(),
                        entry.getValue().jdbcUrl(),
                        entry.getValue().username(),
                        entry.getValue().password().orElse(null)))
                .collect(Collectors.toUnmodifiableMap(Target::name, target -> target));
    }

    public Optional<Target> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
