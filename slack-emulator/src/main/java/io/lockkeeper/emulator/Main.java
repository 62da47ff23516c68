package io.lockkeeper.emulator;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/** Starts the emulator from the command line and says where it listens. */
public final class Main {
    private Main() {}

    @SuppressWarnings("SystemOut") // The ready line is this program's interface to who started it.
    public static void main(String[] arguments) {
        keepNettySmall();
        try {
            Emulator emulator = Emulator.start(Options.of(arguments, System.getenv()), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "shutdown"));
            System.out.println("Slack emulator ready: " + emulator.url() + " (Web API at " + emulator.url() + "/api/)");
        } catch (IllegalArgumentException | IllegalStateException | IOException refused) {
            System.err.println("Slack emulator: " + refused.getMessage());
            System.err.println(Options.USAGE);
            System.exit(2);
        }
    }

    /** Pools of direct memory pay under load; here they only cost, in a process that is meant to run beside many others. */
    private static void keepNettySmall() {
        Map.of("io.netty.noUnsafe", "true", "io.netty.allocator.type", "unpooled", "vertx.disableDnsResolver", "true")
                .forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    }
}
