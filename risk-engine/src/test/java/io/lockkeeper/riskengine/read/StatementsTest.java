package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Some 700 forms of statements, and as what each is read: {@code statements.tsv} holds the kinds, a tab, the statement. What
 * is unreadable there is so on purpose; {@code refused} is what PostgreSQL's grammar does not know.
 */
class StatementsTest {
    private final StatementReader reader = new PostgresReader();

    @TestFactory
    Stream<DynamicTest> readsEveryFormAsWhatItIs() throws IOException {
        return lines().map(line -> line.split("\t", 2))
                .map(parts -> dynamicTest(
                        parts[1], () -> assertThat(kinds(reader.read(parts[1]))).isEqualTo(parts[0])));
    }

    private static Stream<String> lines() throws IOException {
        try (InputStream in = StatementsTest.class.getResourceAsStream("statements.tsv")) {
            byte[] bytes = Objects.requireNonNull(in, "statements.tsv").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines();
        }
    }

    private static String kinds(List<Operation> operations) {
        return operations.stream().map(StatementsTest::kind).collect(Collectors.joining(" "));
    }

    private static String kind(Operation operation) {
        return operation instanceof Unreadable unreadable && unreadable.refused() ? "refused" : operation.kind();
    }
}
