package io.lockkeeper.riskengine.corpus;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.testbed.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Statements of the corpora, changed at random in ways that must not matter, or in any way at all. Prints its seed. */
class FuzzTest {
    private static final int EACH = 120;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void commentsAndCaseChangeNothing(String engine) {
        for (Judged judged : sample(engine)) {
            String changed = respelled(judged.entry(), dialect(judged));

            Judged again = judged.with(changed);

            assertThat(again.risk()).as("seed %d: %s", seed, changed).isEqualTo(judged.risk());
            assertThat(again.report().map(FuzzTest::shape))
                    .as("seed %d: %s", seed, changed)
                    .isEqualTo(judged.report().map(FuzzTest::shape));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void aHarmlessStatementMoreNeverLowersTheRisk(String engine) {
        for (Judged judged : sample(engine)) {
            String before =
                    "CREATE TABLE fuzz_new (id bigint);\n" + judged.entry().sql();
            String after = judged.entry().sql() + ";\nCREATE TABLE fuzz_new (id bigint)";

            assertThat(judged.with(before).risk())
                    .as("seed %d: %s", seed, before)
                    .isGreaterThanOrEqualTo(judged.risk());
            assertThat(judged.with(after).risk()).as("seed %d: %s", seed, after).isGreaterThanOrEqualTo(judged.risk());
        }
    }

    /** It may be refused or HIGH; what it may not do is throw anything else, or never end. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void tornAndMixedTextIsAnswered(String engine) {
        for (Judged judged : sample(engine)) {
            String torn = torn(judged.entry().sql());

            Risk risk = judged.with(torn).risk();

            assertThat(risk).as("seed %d: %s", seed, torn).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void randomBytesAndWordsAreAnswered(String engine) {
        List<Judged> all = sample(engine);
        List<String> words = all.stream()
                .flatMap(judged -> Stream.of(judged.entry().sql().split("\\s+")))
                .toList();
        for (Judged judged : all) {
            String text = random.nextBoolean() ? randomBytes() : soup(words);

            Risk risk = judged.with(text).risk();

            assertThat(risk).as("seed %d: %s", seed, text).isNotNull();
        }
    }

    /** What is nested too deeply or too long to read is HIGH, in a time that ends. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void depthAndLengthAreBounded(String engine) {
        Judged judged = sample(engine).getFirst();
        for (String text : List.of(
                "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000),
                "UPDATE orders SET id = " + "1 + ".repeat(50_000) + "1",
                "UPDATE orders SET id = " + "-(".repeat(5_000) + "1" + ")".repeat(5_000) + " WHERE id = 1",
                "CREATE TABLE t (a int CHECK (" + "NOT ".repeat(20_000) + "true))",
                "DELETE FROM orders WHERE " + "id = 1 AND (".repeat(3_000) + "id = 1" + ")".repeat(3_000),
                "SELECT ".repeat(10_000),
                "(((((".repeat(10_000),
                "/*".repeat(10_000),
                "'" + "a".repeat(2_000_000))) {
            assertThat(judged.with(text).risk()).as(text.substring(0, 40)).isEqualTo(Risk.HIGH);
        }
        Await.until("no parser left running", Duration.ofMinutes(1), () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("lockkeeper-sql-reader")));
    }

    private String randomBytes() {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return new String(bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private String soup(List<String> words) {
        return random.ints(1 + random.nextInt(60), 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining(" "));
    }

    private List<Judged> sample(String engine) {
        System.out.printf("FuzzTest %s: seed %d%n", engine, seed);
        List<Judged> all = new ArrayList<>(Judged.all(engine, "corpus"));
        Collections.shuffle(all, random);
        return all.subList(0, EACH);
    }

    private static Dialect dialect(Judged judged) {
        String target = judged.entry().claim("engine").orElse("postgresql 17");
        try {
            return Dialect.of(target.substring(0, target.indexOf(' ')));
        } catch (PlanRefused e) {
            throw new IllegalStateException(e);
        }
    }

    /** Words in another case, unless they may be names of tables, whose case MySQL minds; comments between tokens. */
    private String respelled(Corpus.Entry entry, Dialect dialect) {
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(entry.sql(), dialect);
        } catch (PlanRefused e) {
            return entry.sql();
        }
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (Token token : tokens) {
            String gap = entry.sql().substring(end, token.start());
            text.append(gap);
            if (!gap.isEmpty() && random.nextInt(4) == 0) {
                text.append("/* it's \"fine\" */ ");
            }
            boolean word = token.kind() == Token.Kind.WORD && dialect == Dialect.POSTGRESQL;
            text.append(word && random.nextBoolean() ? token.text().toUpperCase(Locale.ROOT) : token.text());
            end = token.end();
        }
        return text.append(random.nextBoolean() ? "\n-- done" : "").toString();
    }

    private String torn(String sql) {
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(5); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
        }
        return new String(bytes, 0, random.nextInt(bytes.length + 1), StandardCharsets.UTF_8);
    }

    /** What is done, without the text and the places of it. */
    private static List<Object> shape(Report report) {
        List<Object> shape = new ArrayList<>();
        report.statements().forEach(statement -> {
            shape.add(statement.operations());
            shape.add(statement.effects());
            shape.add(Optional.of(statement.risk()));
        });
        return shape;
    }
}
