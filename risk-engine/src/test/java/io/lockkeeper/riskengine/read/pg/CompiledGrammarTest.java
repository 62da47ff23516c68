package io.lockkeeper.riskengine.read.pg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.endive.runtime.InterpreterMachine;
import run.endive.wasm.Parser;

import static org.assertj.core.api.Assertions.assertThat;

/** What the build makes of the grammar answers as the grammar itself, run by Endive's interpreter. */
class CompiledGrammarTest {
    private static final int EVERY = 5;
    private static final long STACK_BYTES = 16L << 20;

    @Test
    void answersAsTheModuleItself() throws Exception {
        // given
        byte[] wasm = resource("/libpg-query.wasm");
        List<String> statements = statements();

        // when
        List<GrammarInstance.Raw> compiled = answers(statements, () -> new GrammarInstance(GrammarModule.decoded()));
        List<GrammarInstance.Raw> interpreted =
                answers(statements, () -> new GrammarInstance(Parser.parse(wasm), InterpreterMachine::new));

        // then
        assertThat(statements).hasSizeGreaterThan(100);
        assertThat(compiled).isEqualTo(interpreted);
    }

    private static List<GrammarInstance.Raw> answers(List<String> statements, Callable<GrammarInstance> grammar)
            throws Exception {
        return BigStack.call("grammar", STACK_BYTES, Duration.ofMinutes(5), () -> {
            GrammarInstance instance = grammar.call();
            return statements.stream().map(instance::parse).toList();
        });
    }

    /** Every fifth form, and beside each a text that the grammar refuses near its end. */
    private static List<String> statements() throws IOException {
        byte[] bytes = resource("/io/lockkeeper/riskengine/read/statements.tsv");
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(i -> lines.get(i).split("\t", 2)[1])
                .flatMap(sql -> Stream.of(sql, sql + " ) 1.5e3"))
                .toList();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CompiledGrammarTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
