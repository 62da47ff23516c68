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

class MysqlSplitterTest {

    static Stream<Arguments> scripts() {
        return Stream.of(
                split("SELECT 1; SELECT 2", "SELECT 1", "SELECT 2"),
                split(";;SELECT 1;;", "SELECT 1"),
                split("SELECT ';'; SELECT 2", "SELECT ';'", "SELECT 2"),
                split("SELECT 'it''s;'; X", "SELECT 'it''s;'", "X"),
                split("SELECT 'it\\'s;'; X", "SELECT 'it\\'s;'", "X"),
                split("SELECT 'back\\\\'; X", "SELECT 'back\\\\'", "X"),
                split("SELECT \"a;\\\"b\"; X", "SELECT \"a;\\\"b\"", "X"),
                split("SELECT \"a;\"\"b\"; X", "SELECT \"a;\"\"b\"", "X"),
                split("SELECT `a;``b\\`; X", "SELECT `a;``b\\`", "X"),
                split("SELECT N'a;b', _utf8mb4'c;d', x'41'; X", "SELECT N'a;b', _utf8mb4'c;d', x'41'", "X"),
                split("# a;\nX; # b;\n", "X"),
                split("-- a;\nX; -- b;", "X"),
                split("--\nX", "X"),
                split("SELECT 1--1; X", "SELECT 1--1", "X"),
                split("-- a;\r b;\nX", "X"),
                split("/* a; /* b; */ X; Y", "X", "Y"),
                split("/* ' */ X; /* \" */ Y", "X", "Y"),
                split("SELECT 1 /*+ ; */; X", "SELECT 1", "X"),
                split("SELECT @a := 1, @`b;c`, @@global.d; X", "SELECT @a := 1, @`b;c`, @@global.d", "X"),
                split("GRANT x TO 'a'@'%'; X", "GRANT x TO 'a'@'%'", "X"),
                split("SELECT 1.5e-3, .5, 0x1F, 1e5, t.1a; X", "SELECT 1.5e-3, .5, 0x1F, 1e5, t.1a", "X"),
                // Executable comments are part of the statement
                split("/*!40101 SET NAMES utf8 */; X", "/*!40101 SET NAMES utf8 */", "X"),
                split("/*M!100100 SET a = 1 */; X", "/*M!100100 SET a = 1 */", "X"),
                split("A /*!80000 , B */; X", "A /*!80000 , B */", "X"),
                split("A /*! /* x */ , B */ C; X", "A /*! /* x */ , B */ C", "X"),
                split(
                        "/*!50001 CREATE */ /*!50013 VIEW v AS */ SELECT 1; X",
                        "/*!50001 CREATE */ /*!50013 VIEW v AS */ SELECT 1",
                        "X"),
                // DELIMITER
                split("DELIMITER $$\nA; B$$\nDELIMITER ;\nC; D", "A; B", "C", "D"),
                split("delimiter //\nA;\nB;\n//\nC//\ndelimiter ;", "A;\nB", "C"),
                split("DELIMITER ;;\nA; B;;\nDELIMITER ;\n", "A; B"),
                split("DELIMITER $$\nSELECT '$$', `$$` /* $$ */ -- $$\n$$\nDELIMITER ;", "SELECT '$$', `$$`"),
                split("DELIMITER $$\nBEGIN END$$\nX$$\nDELIMITER ;", "BEGIN END", "X"),
                split("CREATE TABLE c (\n delimiter char(1)\n); X", "CREATE TABLE c (\n delimiter char(1)\n)", "X"),
                // Bodies without DELIMITER
                split("CREATE PROCEDURE p() BEGIN A; B; END; X", "CREATE PROCEDURE p() BEGIN A; B; END", "X"),
                split("CREATE PROCEDURE p() SELECT 1; X", "CREATE PROCEDURE p() SELECT 1", "X"),
                split(
                        "CREATE PROCEDURE p() SELECT IF(a, 1, 2), CASE WHEN b THEN 1 END; X",
                        "CREATE PROCEDURE p() SELECT IF(a, 1, 2), CASE WHEN b THEN 1 END",
                        "X"),
                split(
                        "CREATE DEFINER=`a`@`b` PROCEDURE IF NOT EXISTS p(a int) COMMENT 'x' IF a THEN B; ELSE C; END IF; X",
                        "CREATE DEFINER=`a`@`b` PROCEDURE IF NOT EXISTS p(a int) COMMENT 'x' IF a THEN B; ELSE C; END IF",
                        "X"),
                split(
                        "CREATE PROCEDURE p() BEGIN IF a THEN B; ELSEIF c THEN D; END IF; l: LOOP LEAVE l; END LOOP;"
                                + " WHILE a DO B; END WHILE; REPEAT A; UNTIL b END REPEAT; CASE a WHEN 1 THEN B; ELSE C;"
                                + " END CASE; SET x = CASE WHEN a THEN IF(b, 1, 2) END; BEGIN A; END; END; X",
                        "CREATE PROCEDURE p() BEGIN IF a THEN B; ELSEIF c THEN D; END IF; l: LOOP LEAVE l; END LOOP;"
                                + " WHILE a DO B; END WHILE; REPEAT A; UNTIL b END REPEAT; CASE a WHEN 1 THEN B; ELSE C;"
                                + " END CASE; SET x = CASE WHEN a THEN IF(b, 1, 2) END; BEGIN A; END; END",
                        "X"),
                split(
                        "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END; A; END; X",
                        "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END; A; END",
                        "X"),
                split(
                        "CREATE FUNCTION f(a varchar(5)) RETURNS varchar(5) CHARSET utf8mb4 DETERMINISTIC BEGIN RETURN 1; END; X",
                        "CREATE FUNCTION f(a varchar(5)) RETURNS varchar(5) CHARSET utf8mb4 DETERMINISTIC BEGIN RETURN 1; END",
                        "X"),
                split(
                        "CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW FOLLOWS h BEGIN A; END; X",
                        "CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW FOLLOWS h BEGIN A; END",
                        "X"),
                split(
                        "CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW IF a THEN B; END IF; X",
                        "CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW IF a THEN B; END IF",
                        "X"),
                split(
                        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY ENDS now() DO BEGIN A; B; END; X",
                        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY ENDS now() DO BEGIN A; B; END",
                        "X"),
                split("BEGIN NOT ATOMIC A; B; END; X", "BEGIN NOT ATOMIC A; B; END", "X"),
                split("BEGIN; A; COMMIT", "BEGIN", "A", "COMMIT"),
                split(
                        "CREATE TABLE t (a int); CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO A; X",
                        "CREATE TABLE t (a int)",
                        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO A",
                        "X"),
                split(
                        "CREATE TABLE event (begin int, `end` int); X",
                        "CREATE TABLE event (begin int, `end` int)",
                        "X"));
    }

    private static Arguments split(String script, String... statements) {
        return Arguments.of(script, List.of(statements));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void splitsWhereAStatementEnds(String script, List<String> expected) throws PlanRefused {
        assertThat(SqlSplitter.split(script, Dialect.MYSQL))
                .extracting(SqlStatement::text)
                .isEqualTo(expected);
        assertThat(SqlSplitter.split(script, Dialect.MARIADB))
                .extracting(SqlStatement::text)
                .isEqualTo(expected);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", RefusalCode.EMPTY_SQL, 0),
                Arguments.of("# nothing\n-- at all\n/* ; */;", RefusalCode.EMPTY_SQL, 0),
                Arguments.of("SELECT 1;\nSELECT 'a", RefusalCode.UNTERMINATED, 2),
                Arguments.of("SELECT 'a\\'", RefusalCode.UNTERMINATED, 1),
                Arguments.of("SELECT \"a", RefusalCode.UNTERMINATED, 1),
                Arguments.of("SELECT `a", RefusalCode.UNTERMINATED, 1),
                Arguments.of("\n\n/* a", RefusalCode.UNTERMINATED, 3),
                Arguments.of("\n/*! a", RefusalCode.UNTERMINATED, 2),
                Arguments.of("SELECT (1", RefusalCode.UNTERMINATED, 1),
                Arguments.of("SELECT (1; X)", RefusalCode.UNTERMINATED, 1),
                Arguments.of("SELECT 1)", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("SELECT 1\\G", RefusalCode.PSQL_COMMAND, 1),
                Arguments.of("X;\n\\. other.sql", RefusalCode.PSQL_COMMAND, 2),
                Arguments.of("X;\nsource other.sql", RefusalCode.PSQL_COMMAND, 2),
                Arguments.of("SYSTEM ls", RefusalCode.PSQL_COMMAND, 1),
                Arguments.of("SELECT \0", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("SELECT '\0'", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("DELIMITER $$\nX;", RefusalCode.UNTERMINATED, 2),
                Arguments.of("DELIMITER $$\nX$$\n", RefusalCode.UNTERMINATED, 3),
                Arguments.of("X\nDELIMITER $$\nY$$", RefusalCode.UNTERMINATED, 1),
                Arguments.of("X;\nDELIMITER $$ Y", RefusalCode.UNREADABLE_SQL, 2),
                Arguments.of("DELIMITER\nX", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("DELIMITER go\nX go", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("CREATE PROCEDURE p() BEGIN A; B;", RefusalCode.UNTERMINATED, 1),
                Arguments.of("CREATE PROCEDURE p() BEGIN IF a THEN B; END; END; X", RefusalCode.UNTERMINATED, 1),
                Arguments.of("A /*! ; */ B", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("A /*! ' */; DROP TABLE t; /* ' */", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("A /*! # */\n B */", RefusalCode.UNREADABLE_SQL, 2),
                Arguments.of("A /*!123 B */", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("A /*! /*! B */ */", RefusalCode.UNREADABLE_SQL, 1),
                Arguments.of("X;".repeat(SqlSplitter.MAX_STATEMENTS + 1), RefusalCode.TOO_LARGE, 0));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWhatItCannotSplitWithCertainty(String script, RefusalCode code, int line) {
        // when
        PlanRefused refused = catchThrowableOfType(PlanRefused.class, () -> SqlSplitter.split(script, Dialect.MYSQL));

        // then
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.help()).isNotEmpty();
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
                "\\'",
                "`",
                "\"",
                "(",
                ")",
                "-- ",
                "#",
                "/*",
                "/*!",
                "/*!80000 ",
                "*/",
                "1",
                "x",
                "BEGIN ",
                "END",
                "IF ",
                "CREATE PROCEDURE p() ",
                ",",
                "@",
                "$$",
                "\nDELIMITER $$\n",
                "\nDELIMITER ;\n",
                "é",
                ".");
        int read = 0;

        for (int i = 0; i < 5000; i++) {
            StringBuilder script = new StringBuilder();
            for (int j = random.nextInt(16); j >= 0; j--) {
                script.append(pieces.get(random.nextInt(pieces.size())));
            }
            // when
            List<SqlStatement> statements;
            try {
                statements = SqlSplitter.split(script.toString(), Dialect.MYSQL);
            } catch (PlanRefused expected) {
                continue;
            }
            // then
            read++;
            int at = 0;
            for (SqlStatement statement : statements) {
                assertThat(statement.text())
                        .as("seed " + seed)
                        .isEqualTo(script.substring(statement.start(), statement.end()));
                assertThat(gap(script.substring(at, statement.start())))
                        .as("seed " + seed + ": " + script)
                        .isTrue();
                at = statement.end();
            }
            assertThat(gap(script.substring(at)))
                    .as("seed " + seed + ": " + script)
                    .isTrue();
        }
        assertThat(read).isPositive();
    }

    /** White space, comments, delimiters and lines that set one. */
    private static boolean gap(String text) {
        String rest = text.replaceAll("(?m)^\\s*DELIMITER (?:\\$\\$|;)$", " ").replace("$$", " ");
        try {
            return SqlSplitter.split(rest, Dialect.MYSQL).isEmpty();
        } catch (PlanRefused e) {
            return e.code() == RefusalCode.EMPTY_SQL;
        }
    }

    @Test
    void countsLines() throws PlanRefused {
        assertThat(SqlSplitter.split("\n# a\nX\n;\n\n  Y", Dialect.MYSQL))
                .extracting(SqlStatement::line)
                .containsExactly(3, 6);
    }

    @Test
    void splitsManyStatementsWithoutQuadraticGrowth() throws PlanRefused {
        assertThat(SqlSplitter.split("INSERT INTO t VALUES (1, 'abc');\n".repeat(5000), Dialect.MYSQL))
                .hasSize(5000);
    }
}
