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

/**
 * One MySQL server from the base folder that {@code bin/mysql-chroot} makes, on a free port, with data that vanish at
 * {@link #close}.
 *
 * <p>No Maven artifact carries MySQL, so a machine may have none: {@link #home} says so, and a test that needs one is to
 * skip with a printed line.
 */
public final class LocalMysql implements AutoCloseable {

    private static final String BINARY = "bin/mysqld";

    private final MysqlProcess process;

    private LocalMysql(MysqlProcess process) {
        this.process = process;
    }

    /**
     * The folder named by {@code LOCKKEEPER_MYSQL_HOME}, else {@code var/mysql} of the working directory or of a folder
     * above it; nothing where there is no server.
     */
    public static Optional<Path> home() {
        String named = System.getenv("LOCKKEEPER_MYSQL_HOME");
        Optional<Path> home = named == null ? Folders.above("var/mysql") : Optional.of(Path.of(named));
        return home.filter(folder -> Files.isExecutable(folder.resolve(BINARY)));
    }

    /** Starts the server of {@code home}, which must have {@code bin/mysqld}. */
    public static LocalMysql start(Path home) {
        Path binary = home.toAbsolutePath().resolve(BINARY);
        Path folder = Folders.temporary("lockkeeper-mysql-");
        Path init = folder.resolve("init.sql");
        try {
            // Names are not resolved, so the root of localhost that the server starts with cannot come in by TCP.
            Files.writeString(init, """
                    CREATE USER root@'127.0.0.1';
                    GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + init, e);
        }
        MysqlProcess.runToEnd(binary, folder, List.of("--initialize-insecure"), Redirect.PIPE);
        return new LocalMysql(MysqlProcess.start(
                binary,
                folder,
                List.of("--init-file=" + init, "--mysqlx=OFF", "--innodb-redo-log-capacity=64M", "--sync-binlog=0")));
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
}
