package io.lockkeeper.riskengine.corpus;

import io.lockkeeper.testbed.LocalMariadb;
import io.lockkeeper.testbed.LocalMysql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What the MySQL corpus says of algorithms, locks, rebuilds and refusals is what the servers at hand do. A newer server stands
 * in for the older ones that it agrees with; for MySQL 8.0.20, which differs, there is none. What has no server is skipped.
 */
class MysqlTruthIT {
    private static final Map<String, String> STAND_INS = Map.of(
            "mysql 8.0.35", "mysql 9",
            "mysql 8.4", "mysql 9",
            "mysql 9.1", "mysql 9",
            "mysql 9.7", "mysql 9",
            "mariadb 10.6", "mariadb 10.11");

    private static final Deque<AutoCloseable> SERVERS = new ArrayDeque<>();
    private static final Map<String, AlterObserver> OBSERVERS = new TreeMap<>();

    @BeforeAll
    static void start() throws SQLException {
        for (Path home : LocalMariadb.homes()) {
            startMariadb("mariadb " + home.getFileName().toString().replaceAll("\\.\\d+$", ""), home);
        }
        Optional<Path> packaged = LocalMariadb.packaged();
        if (packaged.isPresent()) {
            startMariadb("mariadb 11.8", packaged.get());
        }
        Optional<Path> mysql = LocalMysql.home();
        if (mysql.isPresent()) {
            LocalMysql server = LocalMysql.start(mysql.get());
            SERVERS.push(server);
            OBSERVERS.put("mysql 9", new AlterObserver(new AlterShop(server.server())));
        }
    }

    private static void startMariadb(String engine, Path home) throws SQLException {
        LocalMariadb server = LocalMariadb.start(home);
        SERVERS.push(server);
        OBSERVERS.put(engine, new AlterObserver(new AlterShop(server.server())));
    }

    @AfterAll
    static void stop() throws Exception {
        while (!SERVERS.isEmpty()) {
            SERVERS.pop().close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyEntryIsTrue() {
        return Corpus.names("mysql").stream()
                .filter(name -> !name.equals("holdout"))
                .flatMap(name -> Corpus.of("mysql", name).entries().stream())
                .map(entry -> dynamicTest(entry.toString(), () -> check(entry)));
    }

    private static void check(Corpus.Entry entry) throws SQLException {
        String engine = entry.claim("engine").orElseThrow();
        AlterObserver observer = OBSERVERS.get(STAND_INS.getOrDefault(engine, engine));
        assumeTrue(observer != null, "no server for " + engine);
        if (entry.label() == Label.FAILS) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> observer.observe(entry.sql()));
            return;
        }
        AlterTruth truth = observer.observe(entry.sql());
        AlterTruth claims = AlterTruth.of(entry);
        assertThat(claims.algorithm()).isEqualTo(truth.algorithm());
        assertThat(claims.rebuild()).isEqualTo(truth.rebuild());
        claims.lock().ifPresent(lock -> assertThat(truth.lock()).contains(lock));
    }
}
