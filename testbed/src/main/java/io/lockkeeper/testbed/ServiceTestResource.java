package io.lockkeeper.testbed;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} the JVM's broker and a schema of its service:
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(value = ServiceTestResource.class,
 *         initArgs = @ResourceArg(name = "service", value = "risk"))
 * }</pre>
 *
 * <p>Every further argument becomes a configuration property. A test reaches the same two by {@link Testbed#shared()}.
 */
public class ServiceTestResource implements QuarkusTestResourceLifecycleManager {

    private static final String SERVICE = "service";

    private final Map<String, String> extra = new HashMap<>();
    private @Nullable String service;

    @Override
    public void init(Map<String, String> arguments) {
        extra.putAll(arguments);
        service = extra.remove(SERVICE);
    }

    @Override
    public Map<String, String> start() {
        if (service == null) {
            throw new IllegalStateException("ServiceTestResource needs the argument \"service\", for instance risk");
        }
        Map<String, String> configuration = Testbed.shared().configurationFor(service);
        configuration.putAll(extra);
        return configuration;
    }

    /** Nothing: broker and server are shared by all tests of the JVM and stop with it. */
    @Override
    public void stop() {}
}
