package io.lockkeeper.riskengine.sql;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SqlSplitterTest {

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("SELECT 1; SELECT 2", List.of("SELECT 1", "SELECT 2")),
                Arguments.of(";;SELECT 1;;", List.of("SELECT 1")),
                Arguments.of("SELECT ';'; SELECT 2", List.of("SELECT ';'", "SELECT 2")),
                Arguments.of("SELECT 'it''s;'; SELECT 2", List.of("SELECT 'it''s;'", "SELECT 2")),
                Arguments.of("SELECT 'back\\'; SELECT 2", List.of("SELECT 'back\\'", "SELECT 2")),
                Arguments.of("SELECT E'it\\'s;'; SELECT 2", List.of("SELECT E'it\\'s;'", "SELECT 2")),
                Arguments.of("SELECT U&'a;b', U&\"c;d\"; X", List.of("SELECT U&'a;b', U&\"c;d\"", "X")),
                Arguments.of("SELECT \"a;\"\"b\"; X", List.of("SELECT \"a;\"\"b\"", "X")),
                Arguments.of("DO $$ a; b $$; X", List.of("DO $$ a; b $$", "X")),
                Arguments.of("DO $a$ $$;$b$ ; $a$; X", List.of("DO $a$ $$;$b$ ; $a$", "X")),
                Arguments.of("SELECT a$1$b; X", List.of("SELECT a$1$b", "X")),
                Arguments.of("SELECT $1; X", List.of("SELECT $1", "X")),
                Arguments.of("-- a;\nX; -- b;\n", List.of("X")),
                Arguments.of("/* a; /* b; */ c; */ X; Y", List.of("X", "Y")),
                Arguments.of("SELECT 1 - -1, 2 * /* ; */ 3; X", List.of("SELECT 1 - -1, 2 * /* ; */ 3", "X")),
                Arguments.of(
                        "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2); X",
                        List.of("CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)", "X")),
                Arguments.of(
                        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; X",
                        List.of(
                                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
                                "X")));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void splitsAtSemicolonsThatEndAStatement(String script, List<String> expected) throws PlanRefused {
        assertThat(SqlSplitter.split(script)).extracting(SqlStatement::text).isEqualTo(expected);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", RefusalCode.EMPTY_SQL, 0),
                Arguments.of(" -- nothing\n/* at all */ ;", RefusalCode.EMPTY_SQL, 0),
                Arguments.of("SELECT 1;\nSELECT 'a", RefusalCode.UNTERMINATED, 2),
                Arguments.of("SELECT \"a", RefusalCode.UNTERMINATED, 1),
                Arguments.of("\n\n/* a /* b */", RefusalCode.UNTERMINATED, 3),
                Arguments.of("DO $x$ a $y$", RefusalCode.UNTERMINATED, 1),
                Arguments.of("SELECT (1", RefusalCode.UNTERMINATED, 1),
                Arguments.of("SELECT E'a\\'", RefusalCode.UNTERMINATED, 1),
                Arguments.of("SELECT 1)", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("SELECT 1;\n\\i other.sql", RefusalCode.PSQL_COMMAND, 2),
                Arguments.of("X;\nCOPY t (a) FROM STDIN;\n1\n\\.\n", RefusalCode.COPY_DATA, 2),
                Arguments.of("SELECT \0", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("X;".repeat(SqlSplitter.MAX_STATEMENTS + 1), RefusalCode.TOO_LARGE, 0));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWhatItCannotSplitWithCertainty(String script, RefusalCode code, int line) {
        // when
        PlanRefused refused = catchThrowableOfType(PlanRefused.class, () -> SqlSplitter.split(script));

        // then
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.help()).isNotEmpty();
    }

    @Test
    void countsLines() throws PlanRefused {
        assertThat(SqlSplitter.split("\n-- a\nX\n;\n\n  Y"))
                .extracting(SqlStatement::line)
                .containsExactly(3, 6);
    }

    @Test
    void coversTheSourceExactlyWhateverIsInIt() {
        // given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "SELECT",
                " ",
                "\n",
                ";",
                "'",
                "''",
                "E'",
                "\\'",
                "$$",
                "$a$",
                "\"",
                "(",
                ")",
                "--",
                "/*",
                "*/",
                "1",
                "x",
                "BEGIN ATOMIC ",
                "END",
                "CREATE ",
                ",",
                "U&'",
                "é");

        for (int i = 0; i < 3000; i++) {
            StringBuilder script = new StringBuilder();
            for (int j = random.nextInt(20); j >= 0; j--) {
                script.append(pieces.get(random.nextInt(pieces.size())));
            }
            // when
            List<SqlStatement> statements;
            try {
                statements = SqlSplitter.split(script.toString());
            } catch (PlanRefused expected) {
                continue;
            }
            // then
            int at = 0;
            for (SqlStatement statement : statements) {
                assertThat(statement.text())
                        .as("seed " + seed)
                        .isEqualTo(script.substring(statement.start(), statement.end()));
                assertThat(blank(script.substring(at, statement.start())))
                        .as("seed " + seed + ": " + script)
                        .isTrue();
                at = statement.end();
            }
            assertThat(blank(script.substring(at)))
                    .as("seed " + seed + ": " + script)
                    .isTrue();
        }
    }

    @Test
    void splitsAHundredThousandCharactersPerStatementWithoutQuadraticGrowth() throws PlanRefused {
        assertThat(SqlSplitter.split("INSERT INTO t VALUES (1, 'abc');\n".repeat(5000)))
                .hasSize(5000);
    }

    private static boolean blank(String gap) {
        try {
            return SqlSplitter.split(gap).isEmpty();
        } catch (PlanRefused e) {
            return e.code() == RefusalCode.EMPTY_SQL;
        }
    }
}
