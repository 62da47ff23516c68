package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PreparedStatementsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // statements of one session | what each of them does
                "PREPARE s FROM 'DROP TABLE t'; EXECUTE s; DEALLOCATE PREPARE s | prepare; drop-table; deallocate",
                "PREPARE `S` FROM 'DROP TABLE t'; EXECUTE s USING @a            | prepare; drop-table",
                "PREPARE s FROM 'DELETE FROM t WHERE id = 1'; EXECUTE s; EXECUTE s | prepare; delete; delete",
                "SET @q = 'DROP TABLE t'; PREPARE s FROM @q; EXECUTE s          | set; prepare; drop-table",
                "SET @Q := 'DROP TABLE t'; PREPARE s FROM @q; EXECUTE s         | set; prepare; drop-table",
                // never executed: it counts where it is prepared
                "PREPARE s FROM 'DROP TABLE t'; SELECT 1                        | drop-table; select",
                // what it is by then cannot be known
                "EXECUTE s; PREPARE s FROM 'DROP TABLE t'                       | unreadable; prepare",
                "PREPARE s FROM 'DROP TABLE t'; DEALLOCATE PREPARE s; EXECUTE s | prepare; deallocate; unreadable",
                "PREPARE s FROM 'DROP TABLE t'; DROP PREPARE s; EXECUTE s       | prepare; deallocate; unreadable",
                "PREPARE s FROM 'DROP TABLE t'; PREPARE s FROM @q; EXECUTE s    | prepare; unreadable; unreadable",
                "PREPARE s FROM 'DROP TABLE t'; CALL p(); EXECUTE s             | prepare; unreadable; unreadable",
                "SET @q = 'DROP TABLE t'; SELECT 1; PREPARE s FROM @q; EXECUTE s | set; select; unreadable; unreadable",
                "SET @q = 'DROP TABLE t'; SET @q = f(); PREPARE s FROM @q; EXECUTE s | set; unreadable; unreadable; unreadable",
                "SET @q = 'DROP', @q = 'TABLE'; PREPARE s FROM @q; EXECUTE s    | set set; unreadable; unreadable",
                "PREPARE s FROM 'CALL p()'; EXECUTE s                           | unreadable; unreadable"
            })
    void executesWhatWasPrepared(String script, String expected) {
        // given
        List<String> statements = List.of(script.strip().split(";\\s*"));
        StatementReader session = PreparedStatements.of(statements, new MysqlReader(Dialect.MYSQL), Dialect.MYSQL);

        // when
        Stream<String> kinds = statements.stream()
                .map(sql -> session.read(sql).stream().map(Operation::kind).collect(Collectors.joining(" ")));

        // then
        assertThat(kinds.collect(Collectors.joining("; "))).isEqualTo(expected);
    }
}
