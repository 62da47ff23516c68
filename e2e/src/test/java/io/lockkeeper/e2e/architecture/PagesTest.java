package io.lockkeeper.e2e.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages made from the code are not stale; {@code make docs} writes them. */
class PagesTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void theStateMachinesPageShowsTheDiagramThatTheTestsHold() throws IOException {
        // given
        String diagram = Files.readString(ROOT.resolve("approval-service/src/test/resources/approval-states.mmd"));

        // when
        String page = Files.readString(ROOT.resolve("docs/state-machines.md"));

        // then
        assertThat(page).contains("```mermaid\n" + diagram + "```");
    }
}
