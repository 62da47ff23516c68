package io.lockkeeper.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One mysqld or mariadbd as a child process of this JVM, in a throwaway folder that holds its data, its socket and its
 * log, listening on the loopback interface only.
 *
 * <p><strong>Nothing is flushed at commit</strong>: fast, and no claim about durability may rest on it.
 */
final class MysqlProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KEPT_LOG_LINES = 20;
    private static final List<String> SETTINGS = List.of(
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--skip-log-bin",
            "--innodb-buffer-pool-size=64M",
            "--innodb-flush-log-at-trx-commit=0",
            "--max-connections=50",
            "--character-set-server=utf8mb4",
            "--default-time-zone=+00:00",
            "--secure-file-priv=");

    private final Path folder;
    private final Process process;
    private final MysqlServer server;

    private MysqlProcess(Path folder, Process process, MysqlServer server) {
        this.folder = folder;
        this.process = process;
        this.server = server;
    }

    /**
     * Starts {@code binary} on a free port, with data initialised in {@code folder} before.
     *
     * @param settings options of this product or version, besides the ones that all servers get
     */
    static MysqlProcess start(Path binary, Path folder, List<String> settings) {
        MysqlServer server = new MysqlServer(Ports.free());
        List<String> arguments = new ArrayList<>(SETTINGS);
        arguments.add("--port=" + server.port());
        arguments.add("--socket=" + folder.resolve("socket"));
        arguments.addAll(settings);
        MysqlProcess started = new MysqlProcess(
                folder, launch(command(binary, folder, arguments), log(folder), Redirect.PIPE), server);
        try {
            started.awaitAnswer();
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Runs {@code binary} over the data of {@code folder} to its end, fed from {@code input}. */
    static void runToEnd(Path binary, Path folder, List<String> arguments, Redirect input) {
        Process process = launch(command(binary, folder, arguments), log(folder), input);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(binary + " did not end within " + PATIENCE + ": " + tail(log(folder)));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + binary + " ran", e);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(binary + " ended with " + process.exitValue() + ": " + tail(log(folder)));
        }
    }

    MysqlServer server() {
        return server;
    }

    long pid() {
        return process.pid();
    }

    /** Ends the process, softly first, and deletes its folder. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Folders.delete(folder);
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = server.connect()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("the server did not start: " + tail(log(folder)), e);
                }
            }
            pause();
        }
    }

    private static List<String> command(Path binary, Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                binary.toString(),
                "--no-defaults",
                "--datadir=" + folder.resolve("data"),
                // A starting MariaDB deletes the temporary tables of every server that shares its folder for them.
                "--tmpdir=" + folder));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root"); // else the server refuses root
        }
        command.addAll(arguments);
        return command;
    }

    private static Process launch(List<String> command, Path log, Redirect input) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .redirectInput(input)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command.getFirst(), e);
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("log");
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - KEPT_LOG_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + log, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the server", e);
        }
    }
}
