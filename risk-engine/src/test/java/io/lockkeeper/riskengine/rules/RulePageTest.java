package io.lockkeeper.riskengine.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages under {@code docs/rules/} are not stale; {@code make docs} writes them, by this test with a property set. */
class RulePageTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Path CLAIMS = Path.of("src/test/resources/claims.tsv");
    private static final Path MYSQL_CLAIMS = Path.of("src/test/resources/mysql-claims.tsv");

    @Test
    void thePagesShowTheCards() throws IOException {
        // given
        Map<Path, String> wanted = pages();
        if (Boolean.getBoolean("lockkeeper.docs.write")) {
            write(wanted);
        }

        // when
        Map<Path, String> written = new TreeMap<>();
        for (Path page : wanted.keySet()) {
            written.put(page, Files.readString(page));
        }

        // then
        assertThat(written).isEqualTo(wanted);
        assertThat(rulePages()).as("pages without a rule").isSubsetOf(wanted.keySet());
    }

    private static Map<Path, String> pages() throws IOException {
        List<String> claims = Files.readAllLines(CLAIMS);
        List<String> versions =
                claims.stream().skip(1).map(line -> line.split("\t", 2)[0]).toList();
        Map<Path, String> pages = new TreeMap<>();
        pages.put(DOCS.resolve("claims.md"), RulePage.claims(claims, Files.readAllLines(MYSQL_CLAIMS)));
        pages.put(DOCS.resolve("rules/README.md").normalize(), RulePage.index(Rules.cards()));
        Rules.cards()
                .forEach(card ->
                        pages.put(DOCS.resolve("..").resolve(card.docs()).normalize(), RulePage.of(card, versions)));
        return pages;
    }

    private static void write(Map<Path, String> pages) throws IOException {
        Files.createDirectories(DOCS.resolve("rules"));
        for (Path stale : rulePages()) {
            Files.delete(stale);
        }
        for (Map.Entry<Path, String> page : pages.entrySet()) {
            Files.writeString(page.getKey(), page.getValue());
        }
    }

    private static List<Path> rulePages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("rules"))) {
            return files.map(Path::normalize).sorted().toList();
        }
    }
}
