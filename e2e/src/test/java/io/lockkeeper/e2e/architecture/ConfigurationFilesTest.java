package io.lockkeeper.e2e.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written in a service's configuration reaches whom it is meant for. */
class ConfigurationFilesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern DOTTED = Pattern.compile("\\s*[\\w-]+\\.[\\w.-]+:.*");

    /** SmallRye quotes such a key: {@code group.id} becomes {@code "group.id"}, which Kafka's connector never looks up. */
    @Test
    void noYamlKeyHoldsADot() throws IOException {
        // given
        List<Path> files;
        try (Stream<Path> modules = Files.list(ROOT)) {
            files = modules.map(module -> module.resolve("src/main/resources/application.yaml"))
                    .filter(Files::exists)
                    .toList();
        }

        // when
        List<String> dotted = new ArrayList<>();
        for (Path file : files) {
            Files.readAllLines(file).stream()
                    .filter(line -> DOTTED.matcher(line).matches())
                    .forEach(line -> dotted.add(file + ": " + line.strip()));
        }

        // then
        assertThat(files).hasSize(5);
        assertThat(dotted).isEmpty();
    }
}
