package io.lockkeeper.e2e.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of the stack: its output goes to a log, its id and start time into a file, so that the next start can end what a
 * crashed launcher left behind, and never anything else.
 */
final class Child implements AutoCloseable {

    private static final Duration SOFT_STOP = Duration.ofSeconds(10);
    private static final int TAIL_LINES = 25;

    private final String name;
    private final Process process;
    private final Path log;
    private final Path pidFile;

    private Child(String name, Process process, Path log, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    static Child start(String name, List<String> command, Path folder, Map<String, String> environment, Path var) {
        Path log = var.resolve("log").resolve(name + ".log");
        Path pidFile = var.resolve("pids").resolve(name);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile());
        // Fewer malloc arenas: native memory of a JVM with many threads shrinks by tens of MiB.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(pidFile.getParent());
            Files.createDirectories(folder);
            Process process = builder.start();
            remember(process.toHandle(), pidFile);
            return new Child(name, process, log, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + name, e);
        }
    }

    /** Notes a process as ours. */
    static void remember(ProcessHandle process, Path pidFile) throws IOException {
        String started = process.info().startInstant().map(Instant::toString).orElse("");
        Files.writeString(pidFile, process.pid() + " " + started);
    }

    String name() {
        return name;
    }

    /** @throws IllegalStateException with the end of its log when the process is gone */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    name + " ended with exit code " + process.exitValue() + "; the end of " + log + ":\n" + tail());
        }
    }

    String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(the log could not be read: " + e.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        end(process.toHandle());
        forget(pidFile);
    }

    /** Ends what an earlier launcher left running: only processes with the noted id and the noted start time. */
    static void reap(Path var) throws IOException {
        Path folder = var.resolve("pids");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                noted(file).ifPresent(Child::end);
                forget(file);
            }
        }
    }

    /** The noted process, if it still is the one that was noted. */
    static Optional<ProcessHandle> noted(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String[] note = Files.readString(pidFile).strip().split(" ", 2);
        if (note.length < 2) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(note[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(Instant::toString)
                        .orElse("?")
                        .equals(note[1]));
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(SOFT_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + pidFile, e);
        }
    }
}
