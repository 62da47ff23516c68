package io.lockkeeper.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.lockkeeper.proto.v1.Approval;
import io.lockkeeper.proto.v1.Migration;
import io.lockkeeper.proto.v1.Progress;
import io.lockkeeper.proto.v1.Run;
import io.lockkeeper.proto.v1.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the compiled messages against the committed baseline {@code contract.txt}. A compatible change is taken over by
 * {@code mvn -pl proto test -Dproto.baseline=update}; an incompatible one is never written.
 */
class ContractTest {

    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Path SOURCES = MODULE.resolve("src/main/protobuf");
    private static final Path BASELINE = MODULE.resolve("src/test/resources/contract.txt");
    private static final boolean UPDATE = "update".equals(System.getProperty("proto.baseline"));

    private static final List<FileDescriptor> FILES = List.of(
            Approval.getDescriptor(),
            Migration.getDescriptor(),
            Progress.getDescriptor(),
            Run.getDescriptor(),
            Snapshot.getDescriptor());

    @Test
    void breaksNobodyAndTheBaselineIsFresh() throws IOException {
        // given
        Contract baseline = Contract.parse(Files.exists(BASELINE) ? Files.readString(BASELINE) : "");

        // when
        Contract current = Contract.of(FILES);

        // then
        assertThat(ContractBreaks.between(baseline, current)).isEmpty();
        if (UPDATE) {
            Files.writeString(BASELINE, current.text());
        }
        assertThat(BASELINE)
                .as("the contract has grown: review it and run mvn -pl proto test -Dproto.baseline=update")
                .hasContent(current.text());
    }

    @Test
    void coversEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> SOURCES.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            FILES.stream().map(FileDescriptor::getName).toList());
        }
    }

    @Test
    void hasOneMessageWithOneOneofPerTopic() {
        for (Topic topic : Topic.values()) {
            Descriptor message = FILES.stream()
                    .flatMap(file -> file.getMessageTypes().stream())
                    .filter(type -> type.getFullName().equals(topic.message()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no message " + topic.message()));
            assertThat(message.getRealOneofs()).as(topic.message()).hasSize(1);
            assertThat(message.getRealOneofs().getFirst().getFields())
                    .as(topic.message())
                    .containsExactlyElementsOf(message.getFields())
                    .allSatisfy(field -> assertThat(field.getMessageType()).isNotNull());
        }
    }

    @Test
    void saysOfEveryMessageAndEnumWhatItIs() throws IOException {
        List<String> silent = new ArrayList<>();
        for (FileDescriptor file : FILES) {
            List<String> lines = Files.readAllLines(SOURCES.resolve(file.getName()));
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).matches("(message|enum) .*")
                        && !Objects.requireNonNull(lines.get(i - 1)).startsWith("//")) {
                    silent.add(file.getName() + ": " + lines.get(i));
                }
            }
        }
        assertThat(silent).as("types without a comment").isEmpty();
    }
}
