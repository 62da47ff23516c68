package io.lockkeeper.riskengine.onlineddl;

import io.lockkeeper.riskengine.RealMysqls;
import io.lockkeeper.riskengine.RealMysqls.Named;
import io.lockkeeper.riskengine.facts.MysqlFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code mysql-source-locked} and {@code mysql-analyze-stalls} rest on, on real servers. */
class RowLocksIT {
    private static final String DATABASE = "row_locks";
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    static Stream<Named> servers() {
        return RealMysqls.all().stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aQueryWhoseRowsAreWrittenLocksItsSource(Named server) throws SQLException {
        // given
        prepare(server);

        // when
        boolean insert = othersWait(server, "REPEATABLE READ", "INSERT INTO target SELECT id FROM source");
        boolean replace = othersWait(server, "REPEATABLE READ", "REPLACE INTO target SELECT id FROM source");
        boolean committed = othersWait(server, "READ COMMITTED", "INSERT INTO target SELECT id FROM source");
        boolean select = othersWait(server, "REPEATABLE READ", "SELECT id FROM source");

        // then
        assertThat(List.of(insert, replace, committed, select)).containsExactly(true, true, false, false);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void analyzeMakesNobodyWaitBehindALongQuery(Named server) throws SQLException, InterruptedException {
        // given
        prepare(server);
        Thread slow = Thread.ofVirtual().start(() -> slowly(server));

        // when
        try (Connection connection = server.server().connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("SET lock_wait_timeout = 1");
            statement.execute("ANALYZE TABLE source");
            statement.execute("SELECT * FROM source");
        }

        // then
        assertThat(slow.isAlive()).isTrue();
        slow.join();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theFactsTellIsolationAndFormatOfTheBinaryLog(Named server) throws SQLException {
        try (Connection connection = server.server().connect()) {
            TargetFacts facts = MysqlFacts.read(connection, List.of());
            assertThat(facts.settings())
                    .containsEntry("transaction_isolation", "REPEATABLE-READ")
                    .containsKey("binlog_format");
        }
    }

    private static void slowly(Named server) {
        try (Connection connection = server.server().connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT sleep(5) FROM source WHERE id = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void prepare(Named server) {
        server.server()
                .execute(
                        "DROP DATABASE IF EXISTS " + DATABASE,
                        "CREATE DATABASE " + DATABASE,
                        "CREATE TABLE " + DATABASE + ".source (id INT PRIMARY KEY, n INT)",
                        "CREATE TABLE " + DATABASE + ".target (id INT PRIMARY KEY)",
                        "INSERT INTO " + DATABASE + ".source VALUES (1, 1), (2, 2)");
    }

    /** Whether somebody else's change of a row waits while the statement's transaction is open. */
    private static boolean othersWait(Named server, String level, String sql) throws SQLException {
        try (Connection connection = server.server().connect(DATABASE);
                Statement statement = connection.createStatement();
                Connection other = server.server().connect(DATABASE);
                Statement change = other.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL " + level);
            connection.setAutoCommit(false);
            statement.execute(sql);
            change.execute("SET innodb_lock_wait_timeout = 1");
            try {
                change.execute("UPDATE source SET n = n + 1 WHERE id = 2");
                return false;
            } catch (SQLException e) {
                assertThat(e.getErrorCode()).isEqualTo(LOCK_WAIT_TIMEOUT);
                return true;
            } finally {
                connection.rollback();
            }
        }
    }
}
