package io.lockkeeper.riskengine.read.pg;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GrammarTest {
    private static final Grammar GRAMMAR = new Grammar(Duration.ofSeconds(60));

    @Test
    void saysWhatAStatementIs() {
        // when
        JsonNode statements = parsed(GRAMMAR.parse("ALTER TABLE s.t VALIDATE CONSTRAINT c, DROP COLUMN x; SELECT 1"));

        // then
        assertThat(statements).hasSize(2);
        assertThat(statements.at("/0/AlterTableStmt/relation/schemaname").asText())
                .isEqualTo("s");
        assertThat(statements.at("/0/AlterTableStmt/cmds").findValuesAsText("subtype"))
                .containsExactly("AT_ValidateConstraint", "AT_DropColumn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ALTER TABLE t AD brand int | syntax error at or near \"AD\" | 15",
                "SELECT 'ä' FORM t x | syntax error at or near \"t\" | 17",
                "SELECT ( | syntax error at end of input | 9",
                "CREATE TABLE t (a int) WITH | syntax error at end of input | 28"
            })
    void saysWhatTheServerWouldRefuseAndWhere(String sql, String message, int position) {
        assertThat(GRAMMAR.parse(sql)).isEqualTo(new Answer.Refused(message, position));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-- nothing", ";"})
    void findsNoStatementWhereThereIsNone(String sql) {
        assertThat(parsed(GRAMMAR.parse(sql))).isEmpty();
    }

    @Test
    void staysRightAfterManyErrors() {
        // given
        String valid = "SELECT a FROM t";
        JsonNode before = parsed(GRAMMAR.parse(valid));

        // when
        for (int i = 0; i < 2_000; i++) {
            assertThat(GRAMMAR.parse("SELEC " + i)).isInstanceOf(Answer.Refused.class);
        }

        // then
        assertThat(parsed(GRAMMAR.parse(valid))).isEqualTo(before);
    }

    @Test
    void survivesDeepNesting() {
        // when
        Answer parentheses = GRAMMAR.parse("SELECT " + "(".repeat(4_000) + "1" + ")".repeat(4_000));
        Answer negations = GRAMMAR.parse("SELECT " + "NOT ".repeat(5_000) + "true");

        // then
        assertThat(parentheses).isInstanceOf(Answer.Parsed.class);
        assertThat(negations).isEqualTo(new Answer.Silent("it is nested too deeply"));
        assertThat(parsed(GRAMMAR.parse("SELECT 1"))).hasSize(1);
    }

    @Test
    void answersSeveralThreadsAtOnce() throws Exception {
        // given
        List<Future<String>> answers = new ArrayList<>();

        // when
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 200; i++) {
                String table = "t" + i;
                answers.add(threads.submit(() -> parsed(GRAMMAR.parse("DROP TABLE " + table))
                        .at("/0/DropStmt/objects/0/List/items/0/String/sval")
                        .asText()));
            }
        }

        // then
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo("t" + i);
        }
    }

    @Test
    void givesUpInTimeAndLivesOn() {
        // given
        Grammar impatient = new Grammar(Duration.ofSeconds(2));
        String rows = "INSERT INTO t VALUES (1)" + ", (1, 'x', NULL, now())".repeat(60_000);
        parsed(GRAMMAR.parse("SELECT 1"));

        // when
        Answer slow = impatient.parse(rows);

        // then
        assertThat(slow).isEqualTo(new Answer.Silent("reading it took longer than 2 s"));
        assertThat(parsed(impatient.parse("SELECT 1"))).hasSize(1);
    }

    @Test
    void keepsTheInterruptionOfItsCaller() {
        // when
        Thread.currentThread().interrupt();
        Answer answer = GRAMMAR.parse("SELECT 1");

        // then
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer).isEqualTo(new Answer.Silent("reading it was interrupted"));
    }

    private static JsonNode parsed(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Parsed.class);
        return ((Answer.Parsed) answer).statements();
    }
}
