package io.lockkeeper.e2e.local;

import io.lockkeeper.e2e.demo.Demo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** The command behind {@code make up} and {@code make demo}; see {@link #USAGE}. */
public final class Main {

    private static final String USAGE = """
            usage: up | demo  [--stay] [--fresh] [--port-offset N] [--var FOLDER] [--only SERVICE,…]
              up      starts the stack and holds it until it is told to end
              demo    starts the stack anew, plays the story, and ends; with --stay it holds the stack afterwards
              --only  up: these services alone (risk, approval, …), and what they need""";
    private static final Set<String> COMMANDS = Set.of("up", "demo");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        if (given.isEmpty() || !COMMANDS.contains(given.getFirst())) {
            System.err.println(USAGE);
            System.exit(2);
        }
        boolean demo = given.getFirst().equals("demo");
        Path var = Path.of(option(given, "--var", "var"));
        LocalStack.Options options = new LocalStack.Options(
                Path.of(System.getProperty("lockkeeper.root", ".")),
                var,
                Integer.parseInt(option(given, "--port-offset", "0")),
                demo || given.contains("--fresh"),
                services(given));
        System.exit(run(options, demo, given.contains("--stay") || !demo));
    }

    private static int run(LocalStack.Options options, boolean demo, boolean stay) throws Exception {
        LocalStack stack;
        try {
            stack = LocalStack.start(options, System.out::println);
        } catch (IllegalStateException e) {
            System.err.println("The stack did not start: " + e.getMessage());
            return 1;
        }
        Thread stop = new Thread(stack::close, "stack-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        boolean told = !demo || Demo.tell(stack.stand(), System.out);
        if (stay) {
            System.out.println();
            stack.addresses().forEach(System.out::println);
            System.out.println(demo ? "Everything keeps running; Ctrl-C ends it." : "all ready");
            Files.writeString(options.var().resolve("ready"), String.join("\n", stack.addresses()) + "\n");
            new CountDownLatch(1).await();
        }
        return told ? 0 : 1;
    }

    private static Set<Service> services(List<String> given) {
        String only = option(given, "--only", "");
        if (only.isEmpty()) {
            return EnumSet.allOf(Service.class);
        }
        return Arrays.stream(only.split(","))
                .map(name -> Service.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Service.class)));
    }

    private static String option(List<String> given, String name, String otherwise) {
        int at = given.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == given.size()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return given.get(at + 1);
    }
}
