package io.lockkeeper.testbed;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node, broker and controller in one, inside this JVM, listening on the loopback interface only.
 *
 * <p>Topics are never created by accident ({@code auto.create.topics.enable=false}). The two classes that start it are
 * internal to Kafka, so the parent POM pins the version.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final int NODE_ID = 1;
    private static final int START_ATTEMPTS = 3;
    private static final String HOST = "127.0.0.1";

    private final KafkaRaftServer server;
    private final int port;
    private final Path dataDirectory;
    private final boolean temporary;

    private KafkaBroker(KafkaRaftServer server, int port, Path dataDirectory, boolean temporary) {
        this.server = server;
        this.port = port;
        this.dataDirectory = dataDirectory;
        this.temporary = temporary;
    }

    /** Starts a broker on a free port with data that vanish at {@link #close}. */
    public static KafkaBroker start() {
        return started(Optional.empty(), Optional.empty());
    }

    /** Starts a broker on {@code port}; what {@code dataDirectory} already holds is kept and served. */
    public static KafkaBroker start(int port, Path dataDirectory) {
        return started(Optional.of(port), Optional.of(dataDirectory));
    }

    /** Where it answers. */
    public KafkaCluster cluster() {
        return new KafkaCluster(HOST + ":" + port);
    }

    /** Stops the node and, if they were temporary, deletes its data. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary) {
            Folders.delete(dataDirectory);
        }
    }

    private static KafkaBroker started(Optional<Integer> fixedPort, Optional<Path> fixedFolder) {
        QuietLogs.on();
        for (int attempt = 1; ; attempt++) {
            int port = fixedPort.orElseGet(Ports::free);
            Path folder = fixedFolder.orElseGet(() -> Folders.temporary("lockkeeper-kafka-"));
            KafkaConfig config = new KafkaConfig(settings(port, Ports.freeBut(port), folder), false);
            format(folder);
            KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
            try {
                server.startup();
                return new KafkaBroker(server, port, folder, fixedFolder.isEmpty());
            } catch (RuntimeException e) {
                server.shutdown();
                if (fixedFolder.isEmpty()) {
                    Folders.delete(folder);
                }
                // A free port may be gone by the time the broker binds it: only then is another try worth it.
                if (attempt == START_ATTEMPTS || !(rootCause(e) instanceof BindException)) {
                    throw new IllegalStateException("the broker did not start on port " + port, e);
                }
            }
        }
    }

    private static Throwable rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Map<String, String> settings(int port, int controllerPort, Path folder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("listeners", "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port));
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, HOST, controllerPort));
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        internalTopics(settings);
        smallFootprint(settings);
        return settings;
    }

    /** All three have replication factor 3 by default, which a single node can never reach. */
    private static void internalTopics(Map<String, String> settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
    }

    /** The defaults are for a server of its own: 128 MiB for the cleaner alone. */
    private static void smallFootprint(Map<String, String> settings) {
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("log.segment.bytes", "67108864");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "3");
        settings.put("num.replica.fetchers", "1");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
    }

    private static void format(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE_ID)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .setDirectories(List.of(folder.toString()))
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception e) {
            throw new KafkaException(
                    "could not format " + folder + " for Kafka: " + said.toString(StandardCharsets.UTF_8), e);
        }
    }
}
