package io.lockkeeper.proto;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topics of Lockkeeper. Each has exactly one writing service; Kafka ACLs follow {@link #writer()}.
 *
 * <p>All have the same number of partitions, so that a key lands in the partition of the same number everywhere.
 */
public enum Topic {
    /** Key: migration id. Value: {@code MigrationEvent}. */
    MIGRATION(
            "lockkeeper.migration.v1",
            "risk-service",
            "lockkeeper.v1.MigrationEvent",
            "approval-service",
            "progress-service",
            "notifier-service"),
    /** Key: migration id. Value: {@code ApprovalEvent}. */
    APPROVAL(
            "lockkeeper.approval.v1",
            "approval-service",
            "lockkeeper.v1.ApprovalEvent",
            "executor-service",
            "progress-service",
            "notifier-service"),
    /** Key: migration id. Value: {@code RunEvent}. */
    RUN(
            "lockkeeper.run.v1",
            "executor-service",
            "lockkeeper.v1.RunEvent",
            "risk-service",
            "approval-service",
            "progress-service",
            "notifier-service"),
    /** Key: run id. Value: {@code ProgressEvent}. */
    PROGRESS("lockkeeper.progress.v1", "executor-service", "lockkeeper.v1.ProgressEvent", "progress-service"),
    /** Key: migration id. Value: {@code SnapshotEvent}. */
    SNAPSHOT("lockkeeper.snapshot.v1", "progress-service", "lockkeeper.v1.SnapshotEvent", "notifier-service");

    /** Partitions of every topic. */
    public static final int PARTITIONS = 6;

    private static final Map<String, Topic> BY_NAME =
            Stream.of(values()).collect(Collectors.toMap(t -> t.kafkaName, t -> t));

    private final String kafkaName;
    private final String writer;
    private final String message;
    private final List<String> readers;

    Topic(String kafkaName, String writer, String message, String... readers) {
        this.kafkaName = kafkaName;
        this.writer = writer;
        this.message = message;
        this.readers = List.of(readers);
    }

    /** The name in Kafka. */
    public String kafkaName() {
        return kafkaName;
    }

    /** The only service that writes to it. */
    public String writer() {
        return writer;
    }

    /** Full protobuf name of the only message that is a value of this topic. */
    public String message() {
        return message;
    }

    /** Where each reading service puts the events of this topic that it cannot process: {@code <topic>.<service>.dlq}. */
    public List<String> deadLetterTopics() {
        return readers.stream().map(reader -> kafkaName + "." + reader + ".dlq").toList();
    }

    /** The topics {@code service} may write to. */
    public static List<Topic> writtenBy(String service) {
        return Stream.of(values()).filter(t -> t.writer.equals(service)).toList();
    }

    /**
     * The topic of that name in Kafka.
     *
     * @throws IllegalArgumentException for a name that is no topic of Lockkeeper
     */
    public static Topic named(String kafkaName) {
        Topic topic = BY_NAME.get(kafkaName);
        if (topic == null) {
            throw new IllegalArgumentException("no topic of Lockkeeper is named " + kafkaName);
        }
        return topic;
    }
}
