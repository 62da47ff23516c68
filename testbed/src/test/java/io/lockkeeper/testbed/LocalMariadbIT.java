package io.lockkeeper.testbed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalMariadbIT {

    @Test
    void hasTwoVersionsSideBySide() {
        assertThat(LocalMariadb.homes())
                .extracting(home -> home.getFileName().toString())
                .containsExactly("10.11.5", "11.4.5");
    }

    @ParameterizedTest
    @MethodSource("io.lockkeeper.testbed.LocalMariadb#homes")
    void servesItsVersionAndIsGoneAfterwards(Path home) throws Exception {
        // given
        long pid;

        // when
        try (LocalMariadb mariadb = LocalMariadb.start(home)) {
            pid = mariadb.pid();

            // then
            assertThat(version(mariadb)).startsWith(home.getFileName() + "-MariaDB");
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    private static String version(LocalMariadb mariadb) throws Exception {
        try (Connection connection = mariadb.connect();
                ResultSet row = connection.createStatement().executeQuery("SELECT version()")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
