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

    @Test
    void hidesWhatIsALiteralInTheDialect() {
        assertThat(SqlMask.mask(
                        "UPDATE `T` SET a = \"it\\\"s secret\", b = 'x\\'y' # note\n, c = 0xFF, d = N'n' WHERE e = 1.5e3",
                        Dialect.MYSQL))
                .isEqualTo("UPDATE `T` SET a = ?, b = ? , c = ?, d = ? WHERE e = ?");
        assertThat(SqlMask.mask("CREATE USER 'joe'@'host' IDENTIFIED BY \"secret\"", Dialect.MARIADB))
                .isEqualTo("CREATE USER ?@? IDENTIFIED BY ?");
    }
}
