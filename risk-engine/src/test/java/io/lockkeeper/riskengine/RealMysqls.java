package io.lockkeeper.riskengine;

import io.lockkeeper.testbed.LocalMariadb;
import io.lockkeeper.testbed.LocalMysql;
import io.lockkeeper.testbed.MysqlServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every MariaDB and MySQL server of this machine, started once for all tests of the JVM and ended with it. Tests keep apart by
 * the names of their databases.
 */
public final class RealMysqls {
    private static @Nullable List<Named> running;

    private RealMysqls() {}

    /**
     * A running server.
     *
     * @param name product and version, such as {@code mariadb 10.11.5}
     */
    public record Named(String name, MysqlServer server) {
        @Override
        public String toString() {
            return name;
        }

        public boolean mariadb() {
            return name.startsWith("mariadb");
        }
    }

    public static synchronized List<Named> all() {
        List<Named> all = running == null ? start() : running;
        running = all;
        return all;
    }

    private static List<Named> start() {
        List<Named> all = new ArrayList<>();
        Optional<Path> packaged = LocalMariadb.packaged();
        Optional<Path> mysql = LocalMysql.home();
        Stream.concat(LocalMariadb.homes().stream(), packaged.stream()).forEach(home -> {
            LocalMariadb mariadb = LocalMariadb.start(home);
            atExit(mariadb::close);
            all.add(named(mariadb.server()));
        });
        mysql.ifPresent(home -> {
            LocalMysql started = LocalMysql.start(home);
            atExit(started::close);
            all.add(named(started.server()));
        });
        if (packaged.isEmpty()) {
            System.out.println("NOT MEASURED: no packaged MariaDB on this machine; bin/mysql-chroot fetches one");
        }
        if (mysql.isEmpty()) {
            System.out.println("NOT MEASURED: no MySQL on this machine; bin/mysql-chroot fetches one");
        }
        return List.copyOf(all);
    }

    private static void atExit(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop));
    }

    private static Named named(MysqlServer server) {
        try (Connection connection = server.connect();
                ResultSet row = connection.createStatement().executeQuery("SELECT version()")) {
            row.next();
            String version = row.getString(1);
            boolean mariadb = version.contains("MariaDB");
            return new Named((mariadb ? "mariadb " : "mysql ") + version.replaceAll("[-+].*", ""), server);
        } catch (SQLException e) {
            throw new IllegalStateException("the server on port " + server.port() + " does not say its version", e);
        }
    }
}
