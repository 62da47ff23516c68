package io.lockkeeper.e2e.local;

import io.lockkeeper.e2e.demo.Polling;
import io.lockkeeper.e2e.demo.Stand;
import io.lockkeeper.testbed.Folders;
import io.lockkeeper.testbed.KafkaBrokerMain;
import io.lockkeeper.testbed.LocalPostgres;
import io.lockkeeper.testbed.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Starts the stack and holds it until it is closed. One per {@code var} folder. */
public final class LocalStack implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);
    private static final String SMALL_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final List<String> SMALL_JVM =
            List.of("-XX:+UseSerialGC", "-Xss512k", "-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError");

    private final Options options;
    private final Consumer<String> say;
    private final Ports ports;
    private final Secrets secrets;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /**
     * How the stack is started.
     *
     * @param root the checkout; everything it needs has been built
     * @param var where data, configuration, logs and process ids are kept
     * @param fresh start with empty databases, an empty broker and an untouched target
     * @param only the services that are started; the emulator and the shop's traffic only with all of them
     */
    public record Options(Path root, Path var, int portOffset, boolean fresh, Set<Service> only) {
        public Options {
            only = Set.copyOf(only);
        }

        /** With every service. */
        public Options(Path root, Path var, int portOffset, boolean fresh) {
            this(root, var, portOffset, fresh, EnumSet.allOf(Service.class));
        }

        boolean whole() {
            return only.size() == Service.values().length;
        }
    }

    private LocalStack(Options options, Consumer<String> say) {
        this.options = options;
        this.say = say;
        ports = new Ports(options.portOffset());
        secrets = new Secrets(options.var().resolve("secrets"));
    }

    /**
     * Starts everything and returns when all is ready.
     *
     * @param say told of each step
     * @throws IllegalStateException naming the part that did not start, with the end of its log; nothing is left running
     */
    public static LocalStack start(Options options, Consumer<String> say) throws Exception {
        LocalStack stack = new LocalStack(options, say);
        try {
            stack.startAll();
            return stack;
        } catch (Exception | Error e) {
            stack.close();
            throw e;
        }
    }

    /** Where everything is in a stack that another process runs from the same folder. */
    public static Stand standOf(Options options) {
        return new LocalStack(options, line -> {}).stand();
    }

    /** Where everything is. */
    public Stand stand() {
        PostgresServer postgres = postgres();
        return new Stand(
                ports.url(Service.RISK),
                ports.url(Service.APPROVAL),
                ports.url(Service.EXECUTOR),
                ports.url(Service.PROGRESS),
                ports.url(Service.NOTIFIER),
                ports.emulatorUrl(),
                "127.0.0.1:" + ports.kafka(),
                secrets.get("token.ci"),
                secrets.get("token.reader"),
                secrets.get("token.operator"),
                new Stand.Database(postgres.url(Databases.SHOP), Databases.OWNER, secrets.get("db." + Databases.OWNER)),
                new Stand.Database(
                        postgres.url(Databases.LOCKKEEPER), PostgresServer.SUPERUSER, secrets.get("db.superuser")));
    }

    /** What a person may open, one line each. */
    public List<String> addresses() {
        List<String> lines = new ArrayList<>();
        lines.add("Slack (emulator)   " + ports.emulatorUrl() + "/?channel=C0MIGRATE&as=U0DANA");
        lines.add("dashboard          " + ports.url(Service.PROGRESS) + "/");
        lines.add("audit trail        " + ports.url(Service.PROGRESS) + "/audit");
        for (Service service : Service.values()) {
            lines.add(String.format(
                    "%-18s %s   metrics %s", service.module(), ports.url(service), ports.url(service) + "/q/metrics"));
        }
        lines.add("target database    " + postgres().url(Databases.SHOP));
        lines.add("tokens, passwords  " + options.var().resolve("secrets/secrets.properties"));
        lines.add("logs               " + options.var().resolve("log"));
        return lines;
    }

    private void startAll() throws Exception {
        Files.createDirectories(options.var().resolve("log"));
        Child.reap(options.var());
        if (options.fresh()) {
            Folders.delete(options.var().resolve("kafka"));
        }
        long start = System.nanoTime();
        Child broker = startBroker();
        Optional<Child> emulator = options.whole() ? Optional.of(startEmulator()) : Optional.empty();
        startPostgres();
        new Databases(postgres(), secrets).prepare(options.fresh());
        if (options.whole()) {
            running.push(ShopTraffic.start(new Stand.Database(
                    postgres().url(Databases.SHOP),
                    Databases.APPLICATION,
                    secrets.get("db." + Databases.APPLICATION))));
        }
        done("PostgreSQL 17 on port " + ports.postgres() + ", target shop with 2,000,000 orders", start);
        awaitReady(broker, "Kafka on port " + ports.kafka(), start, () -> broker.tail()
                .contains("ready "));
        if (emulator.isPresent()) {
            awaitReady(
                    emulator.get(),
                    "Slack emulator",
                    start,
                    () -> answers(ports.emulatorUrl().resolve("/healthz")));
        }
        startServices(start);
    }

    private void startPostgres() {
        LocalPostgres postgres = LocalPostgres.start(new LocalPostgres.Options(
                options.var().resolve("pg"),
                ports.postgres(),
                secrets.get("db.superuser"),
                options.var().resolve("log/postgres.log"),
                Map.of("shared_buffers", "32MB")));
        running.push(postgres);
    }

    private PostgresServer postgres() {
        return new PostgresServer(ports.postgres(), secrets.get("db.superuser"));
    }

    private Child startBroker() {
        List<String> command = java("-Xmx192m", SMALL_COMPILER);
        command.addAll(
                List.of("-cp", options.root().toAbsolutePath() + "/e2e/target/lib/*", KafkaBrokerMain.class.getName()));
        command.addAll(List.of(
                "--port",
                Integer.toString(ports.kafka()),
                "--data-dir",
                options.var().resolve("kafka").toAbsolutePath().toString()));
        return child("kafka", command, options.root(), Map.of());
    }

    private Child startEmulator() {
        List<String> command = java("-Xmx64m", SMALL_COMPILER);
        command.addAll(List.of(
                "-jar",
                built("slack-emulator/target/slack-emulator.jar").toString(),
                "--port",
                Integer.toString(ports.emulator()),
                "--interactivity-url",
                ports.url(Service.APPROVAL) + "/slack/interactions"));
        Configurations configurations = new Configurations(ports, secrets, postgres());
        return child(
                "slack-emulator",
                command,
                options.root(),
                Map.of(
                        "SLACK_BOT_TOKEN", configurations.botToken(),
                        "SLACK_SIGNING_SECRET", secrets.get("slack.signing-secret")));
    }

    /** All at once; they wait for each other's topics by themselves. */
    private void startServices(long start) throws Exception {
        Configurations configurations = new Configurations(ports, secrets, postgres());
        List<CompletableFuture<Void>> starting = new ArrayList<>();
        for (Service service : options.only()) {
            Child child = startService(service, configurations);
            starting.add(CompletableFuture.runAsync(() -> {
                try {
                    awaitReady(
                            child,
                            service.module(),
                            start,
                            () -> answers(ports.url(service).resolve("/q/health/ready")));
                } catch (Exception e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            }));
        }
        try {
            CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private Child startService(Service service, Configurations configurations) {
        Path folder = options.var().resolve("run").resolve(service.module());
        // Quarkus reads config/application.properties below its working directory above all that is in the jar.
        Secrets.write(folder.resolve("config/application.properties"), configurations.of(service));
        // What reads SQL interprets PostgreSQL's grammar: 70 MB of heap, and four times slower without the second
        // compiler.
        List<String> command = service.readsSql() ? java("-Xmx256m", "-Xmn112m") : java("-Xmx112m", SMALL_COMPILER);
        command.addAll(List.of(
                "-jar",
                built(service.module() + "/target/quarkus-app/quarkus-run.jar").toString()));
        return child(service.module(), command, folder, Map.of());
    }

    private Child child(String name, List<String> command, Path folder, Map<String, String> environment) {
        Child child =
                Child.start(name, command, folder, environment, options.var().toAbsolutePath());
        running.push(child);
        return child;
    }

    private static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(SMALL_JVM);
        return command;
    }

    private Path built(String path) {
        Path file = options.root().resolve(path).toAbsolutePath();
        if (!Files.exists(file)) {
            throw new IllegalStateException(path + " is missing; run `make build` first");
        }
        return file;
    }

    private interface Check {
        boolean holds() throws IOException, InterruptedException;
    }

    private void awaitReady(Child child, String what, long start, Check ready) throws Exception {
        Polling.until(child.name() + " to be ready (see var/log/" + child.name() + ".log)", START, () -> {
            child.requireAlive();
            return ready.holds() ? Optional.of(true) : Optional.empty();
        });
        done(what, start);
    }

    private boolean answers(URI uri) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void done(String what, long start) {
        say.accept(String.format(
                java.util.Locale.ROOT, "ready after %4.1f s: %s", (System.nanoTime() - start) / 1e9, what));
    }

    /** Stops everything, in the reverse order of the start. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            AutoCloseable part = running.pop();
            try {
                part.close();
            } catch (Exception e) {
                say.accept("could not stop " + part + ": " + e.getMessage());
            }
        }
    }
}
