package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.Claims.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Every rule's examples and every shape, run on real servers of every supported version, two versions at a time: the locks,
 * rewrites and scans that the report claims must be those that the server shows. What was compared is counted in
 * {@code target/claims.tsv}.
 */
class ClaimsIT {
    private static final Path BINARIES = Path.of("target/postgres");
    private static final Pattern JAR = Pattern.compile(".*-(\\d+)\\.(\\d+)\\.0\\.jar");
    private static final int AT_ONCE = 2;

    private static final Map<String, Future<Claims>> BY_VERSION = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        ExecutorService versions = Executors.newFixedThreadPool(AT_ONCE);
        for (Path jar : jars()) {
            if (!version(jar).matches(System.getProperty("lockkeeper.claims", ".*"))) {
                continue;
            }
            BY_VERSION.put(version(jar), versions.submit(() -> Claims.check(version(jar), jar)));
        }
        versions.shutdown();
    }

    @TestFactory
    Stream<DynamicContainer> claimsAreWhatTheServerShows() {
        return BY_VERSION.entrySet().stream()
                .map(entry -> dynamicContainer(
                        "PostgreSQL " + entry.getKey(),
                        claims(entry.getValue()).verdicts().stream()
                                .map(verdict -> dynamicTest(verdict.example().sql(), () -> agrees(verdict)))));
    }

    @AfterAll
    static void publish() throws IOException {
        List<String> lines = new ArrayList<>(List.of(Claims.HEADING));
        BY_VERSION.values().forEach(claims -> lines.add(claims(claims).counts()));
        Files.write(Path.of("target/claims.tsv"), lines);
        lines.forEach(System.out::println);
    }

    private static void agrees(Verdict verdict) {
        assertThat(verdict.disagreements()).as(verdict.example().sql()).isEmpty();
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(BINARIES)) {
            return files.filter(
                            file -> JAR.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static String version(Path jar) {
        Matcher matcher = JAR.matcher(jar.getFileName().toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No version in " + jar);
        }
        return matcher.group(1) + "." + matcher.group(2);
    }

    private static Claims claims(Future<Claims> claims) {
        try {
            return claims.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
