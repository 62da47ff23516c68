package io.lockkeeper.riskengine.sql;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SqlMaskTest {

    @Test
    void hidesEveryLiteralAndComment() {
        assertThat(SqlMask.mask(
                        "UPDATE t  SET a = 'secret', b = 42,\n c = E'\\'x' /* note */ WHERE d = $$body$$ -- end"))
                .isEqualTo("UPDATE t SET a = ?, b = ?, c = ? WHERE d = ?");
    }

    @Test
    void hidesTextThatItCannotRead() {
        assertThat(SqlMask.mask("SELECT 'secret")).doesNotContain("secret");
    }

    @Test
    void keepsQuotedNames() {
        assertThat(SqlMask.mask("SELECT \"A b\" FROM t1")).isEqualTo("SELECT \"A b\" FROM t1");
    }

    @Test
    void cutsForDisplay() {
        assertThat(SqlMask.display("SELECT " + "a, ".repeat(500) + "b"))
                .hasSize(300)
                .endsWith("…");
    }
}
