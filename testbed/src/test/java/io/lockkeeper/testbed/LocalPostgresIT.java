package io.lockkeeper.testbed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalPostgresIT {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataAndDemandsPasswordsAcrossStarts() throws Exception {
        // given
        try (LocalPostgres first = LocalPostgres.start(options())) {
            first.server().createRole("keeper", "right");
            first.server().createDatabase("locks", "keeper");
            first.server().createSchema("locks", "gates", "keeper");
        }

        // when
        try (LocalPostgres second = LocalPostgres.start(options())) {
            PostgresServer server = second.server();

            // then
            try (Connection connection = DriverManager.getConnection(server.url("locks", "gates"), "keeper", "right")) {
                connection.createStatement().execute("create table gate (id int)");
                assertThat(connection.getSchema()).isEqualTo("gates");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("locks"), "keeper", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(ProcessHandle.of(second.pid())).isPresent();
        }
    }

    @Test
    void sharesOneServerAndOneBrokerPerJvm() throws Exception {
        // given
        Map<String, String> risk = Testbed.shared().configurationFor("risk");

        // when
        Map<String, String> again = Testbed.shared().configurationFor("risk");

        // then
        assertThat(again).isEqualTo(risk).containsKey("kafka.bootstrap.servers");
        try (Connection connection = DriverManager.getConnection(
                risk.get("quarkus.datasource.jdbc.url"),
                risk.get("quarkus.datasource.username"),
                risk.get("quarkus.datasource.password"))) {
            assertThat(connection.getSchema()).isEqualTo("risk");
        }
    }

    private LocalPostgres.Options options() {
        return new LocalPostgres.Options(
                folder.resolve("pg"),
                Ports.free(),
                "super",
                folder.resolve("postgres.log"),
                Map.of("shared_buffers", "16MB"));
    }
}
