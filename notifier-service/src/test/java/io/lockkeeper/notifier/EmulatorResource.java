package io.lockkeeper.notifier;

import io.lockkeeper.emulator.Emulator;
import io.lockkeeper.emulator.api.RateLimits;
import io.lockkeeper.emulator.workspace.WorkspaceFile;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A local Slack with Slack's limits, on a free port. Tests find its address in the property {@value #URL}. */
public class EmulatorResource implements QuarkusTestResourceLifecycleManager {

    static final String URL = "test.slack.url";
    private static final String TOKEN = "xoxb-test-token";

    private @Nullable Emulator emulator;

    @Override
    public Map<String, String> start() {
        Clock clock = Clock.systemUTC();
        Emulator started = Emulator.start(
                WorkspaceFile.local(TOKEN, "0123456789abcdef", "http://127.0.0.1:9/none"),
                "127.0.0.1",
                0,
                "",
                RateLimits.of(clock, 3),
                clock);
        emulator = started;
        return Map.of(
                "lockkeeper.slack.base-url",
                started.url() + "/api/",
                "lockkeeper.slack.bot-token",
                TOKEN,
                URL,
                started.url());
    }

    @Override
    public void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }
}
