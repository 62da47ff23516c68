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
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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
        List<Supplier<Started>> starts = new ArrayList<>();
        for (Path home : LocalMariadb.homes()) {
            starts.add(() -> mariadb(home));
        }
        Optional<Path> packaged = LocalMariadb.packaged();
        packaged.ifPresent(home -> starts.add(() -> mariadb(home)));
        Optional<Path> mysql = LocalMysql.home();
        mysql.ifPresent(home -> starts.add(() -> mysql(home)));
        if (packaged.isEmpty()) {
            System.out.println("NOT MEASURED: no packaged MariaDB on this machine; bin/mysql-chroot fetches one");
        }
        if (mysql.isEmpty()) {
            System.out.println("NOT MEASURED: no MySQL on this machine; bin/mysql-chroot fetches one");
        }
        List<CompletableFuture<Started>> starting =
                starts.stream().map(CompletableFuture::supplyAsync).toList();
        List<Started> started = starting.stream().map(CompletableFuture::join).toList();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> started.forEach(each -> each.stop.run())));
        return started.stream().map(each -> named(each.server)).toList();
    }

    private record Started(MysqlServer server, Runnable stop) {}

    private static Started mariadb(Path home) {
        LocalMariadb mariadb = LocalMariadb.start(home);
        return new Started(mariadb.server(), mariadb::close);
    }

    private static Started mysql(Path home) {
        LocalMysql mysql = LocalMysql.start(home);
        return new Started(mysql.server(), mysql::close);
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
