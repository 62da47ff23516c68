package io.lockkeeper.e2e.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of invariants names tests that exist. */
class InvariantsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))\\.(\\w+)`");

    @Test
    void everyNamedTestExists() throws IOException {
        // given
        String page = Files.readString(ROOT.resolve("docs/invariants.md"));
        List<MatchResult> named = TEST.matcher(page).results().toList();

        // when
        List<String> missing = named.stream()
                .filter(test -> !exists(test.group(1), test.group(2)))
                .map(MatchResult::group)
                .toList();

        // then
        assertThat(named).hasSizeGreaterThan(11);
        assertThat(missing).isEmpty();
    }

    private static boolean exists(String type, String method) {
        try (var files = Files.find(
                ROOT,
                20,
                (path, attributes) ->
                        path.endsWith(type + ".java") && path.toString().contains("src/test"))) {
            List<Path> sources = files.toList();
            return sources.size() == 1 && Files.readString(sources.getFirst()).contains("void " + method + "(");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
