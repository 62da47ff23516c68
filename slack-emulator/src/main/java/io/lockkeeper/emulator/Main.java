package io.lockkeeper.emulator;

import java.io.IOException;
import java.time.Clock;

/** Starts the emulator from the command line and says where it listens. */
public final class Main {
    private Main() {}

    @SuppressWarnings("SystemOut") // The ready line is this program's interface to who started it.
    public static void main(String[] arguments) {
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
}
