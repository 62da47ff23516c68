package io.lockkeeper.testbed;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A broker in a JVM of its own: {@code --port <port> --data-dir <folder>}.
 *
 * <p>Prints one line, {@code ready <bootstrap servers>}, when it answers, and stops in good order on TERM.
 */
public final class KafkaBrokerMain {

    private static final Set<String> FLAGS = Set.of("--port", "--data-dir");
    private static final String USAGE = "usage: KafkaBrokerMain --port <port> --data-dir <folder>";

    private KafkaBrokerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> flags = flags(arguments);
        KafkaBroker broker = KafkaBroker.start(Integer.parseInt(flags.get("--port")), Path.of(flags.get("--data-dir")));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
        System.out.println("ready " + broker.cluster().bootstrapServers());
        Thread.currentThread().join();
    }

    private static Map<String, String> flags(String[] arguments) {
        Map<String, String> flags = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            flags.put(arguments[i], arguments[i + 1]);
        }
        if (arguments.length != 2 * FLAGS.size() || !flags.keySet().equals(FLAGS)) {
            System.err.println(USAGE);
            System.exit(2);
        }
        return flags;
    }
}
