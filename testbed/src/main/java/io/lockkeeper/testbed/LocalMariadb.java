package io.lockkeeper.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One MariaDB server on a free port, with data that vanish at {@link #close}.
 *
 * <p>The servers come as Maven artifacts, which this module's build unpacks into {@code target/mariadb/<version>}, side
 * by side: two versions of one artifact cannot share a class path. {@code bin/mysql-chroot mariadb} makes another.
 */
public final class LocalMariadb implements AutoCloseable {

    private static final Set<String> BINARIES = Set.of("bin/mariadbd", "bin/mysqld");
    private static final Set<String> SYSTEM_TABLES = Set.of("mariadb_system_tables.sql", "mysql_system_tables.sql");
    private static final String BOOTSTRAP = """
            set @auth_root_socket = null;
            set @skip_auth_anonymous = 1;
            create database mysql;
            use mysql;
            """;

    private final MysqlProcess process;

    private LocalMariadb(MysqlProcess process) {
        this.process = process;
    }

    /** The folders of all servers that the build unpacked, by version. */
    public static List<Path> homes() {
        Optional<Path> unpacked = Folders.above("testbed/target/mariadb");
        if (unpacked.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(unpacked.get())) {
            return versions.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + unpacked.get(), e);
        }
    }

    /** The folder made by {@code bin/mysql-chroot mariadb}; nothing where there is none. */
    public static Optional<Path> packaged() {
        String named = System.getenv("LOCKKEEPER_MARIADB_HOME");
        Optional<Path> home = named == null ? Folders.above("var/mariadb") : Optional.of(Path.of(named));
        return home.filter(folder -> Files.isExecutable(folder.resolve("bin/mysqld")));
    }

    /** Starts the server found in {@code home} or below it. */
    public static LocalMariadb start(Path home) {
        Path binary = find(home, BINARIES).toAbsolutePath();
        Path tables = find(home, SYSTEM_TABLES).toAbsolutePath();
        // Jars do not keep the right to execute.
        if (!Files.isExecutable(binary) && !binary.toFile().setExecutable(true)) {
            throw new IllegalStateException(binary + " cannot be made executable");
        }
        Path folder = Folders.temporary("lockkeeper-mariadb-");
        String messages = "--lc-messages-dir=" + tables.getParent();
        MysqlProcess.runToEnd(
                binary,
                folder,
                List.of("--bootstrap", "--innodb-buffer-pool-size=64M", messages),
                Redirect.from(bootstrap(tables, folder).toFile()));
        return new LocalMariadb(MysqlProcess.start(binary, folder, List.of("--innodb-log-file-size=64M", messages)));
    }

    /** Where it answers. */
    public MysqlServer server() {
        return process.server();
    }

    /** A connection of root, without a database. */
    public Connection connect() throws SQLException {
        return server().connect();
    }

    /** The server's process id. */
    public long pid() {
        return process.pid();
    }

    /** Ends the server and deletes its data. */
    @Override
    public void close() {
        process.close();
    }

    /** Writes what mariadb-install-db would feed to the server, without its shell script and its helper programs. */
    private static Path bootstrap(Path tables, Path folder) {
        Path script = folder.resolve("bootstrap.sql");
        Path data = tables.resolveSibling(tables.getFileName().toString().replace(".sql", "_data.sql"));
        try {
            Files.createDirectory(folder.resolve("data"));
            return Files.writeString(script, BOOTSTRAP + Files.readString(tables) + Files.readString(data));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + script, e);
        }
    }

    private static Path find(Path home, Set<String> names) {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> names.stream().anyMatch(file::endsWith))
                    .filter(Files::isRegularFile)
                    .min(Path::compareTo)
                    .orElseThrow(() -> new IllegalStateException("none of " + names + " in " + home));
        } catch (IOException e) {
            throw new UncheckedIOException("could not search " + home, e);
        }
    }
}
