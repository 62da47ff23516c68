package io.lockkeeper.testbed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

class LocalMysqlIT {

    @Test
    void servesAndIsGoneAfterwards() throws Exception {
        // given
        Optional<Path> home = LocalMysql.home();
        if (home.isEmpty()) {
            System.out.println("SKIPPED: no MySQL on this machine; bin/mysql-chroot fetches one");
            abort("no MySQL");
        }
        long pid;

        // when
        try (LocalMysql mysql = LocalMysql.start(home.orElseThrow())) {
            pid = mysql.pid();

            // then
            assertThat(productName(mysql.server())).isEqualTo("MySQL");
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    private static String productName(MysqlServer server) throws Exception {
        server.execute("CREATE DATABASE gates", "CREATE TABLE gates.gate (id INT PRIMARY KEY) ENGINE=InnoDB");
        try (Connection connection = server.connect("gates");
                ResultSet row = connection.createStatement().executeQuery("SELECT count(*) FROM gate")) {
            assertThat(row.next()).isTrue();
            return connection.getMetaData().getDatabaseProductName();
        }
    }
}
