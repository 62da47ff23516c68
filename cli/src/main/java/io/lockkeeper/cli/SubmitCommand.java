package io.lockkeeper.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.cli.Lockkeeper.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lockkeeper submit}. */
@Command(
        name = "submit",
        description = {
            "Submits a migration: classifies it and asks for approval.",
            "The same command again is the same submission: the idempotency key is made from what is sent."
        })
final class SubmitCommand implements Callable<Integer> {

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8081",
            description = "Address of risk-service. Default: ${DEFAULT-VALUE}")
    URI url = URI.create("");

    @Mixin
    Credential credential = new Credential();

    @Option(names = "--target", required = true, description = "Name of the target, such as shop-production.")
    String target = "";

    @Option(names = "--version", required = true, description = "Your own version, such as 2026.11.21-1.")
    String version = "";

    @Option(names = "--engine", required = true, description = "What executes: native or liquibase.")
    String engine = "";

    @Option(names = "--entry", paramLabel = "FILE", description = "The changelog to start from (liquibase).")
    @Nullable
    Path entry;

    @Option(names = "--submitter", paramLabel = "USER", description = "The person behind the change.")
    @Nullable
    String submitter;

    @Option(names = "--diff-url", paramLabel = "URL", description = "Where a person reads the change.")
    @Nullable
    String diffUrl;

    @Option(
            names = "--base",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder that paths are sent relative to. Default: the current one.")
    Path base = Path.of("");

    @Option(names = "--idempotency-key", paramLabel = "KEY", description = "Default: made from what is sent.")
    @Nullable
    String idempotencyKey;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    boolean help;

    @Option(names = "--json", description = "Prints the service's answer as it is.")
    boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files; for native in order of execution.")
    List<Path> files = List.of();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        byte[] body = body();
        String key = idempotencyKey == null ? "cli-" + sha256(body) : idempotencyKey;
        Api.Answer answer = new Api(url, credential.token()).post("/v1/migrations", body, key);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(answer.body());
        } else if (answer.isGood()) {
            RiskTable.print(out, answer.body());
        } else {
            spec.commandLine().getErr().println("refused: " + answer.problem());
        }
        return answer.isGood() ? Lockkeeper.GOOD : Lockkeeper.REFUSED;
    }

    private byte[] body() {
        ObjectNode request = Api.JSON.createObjectNode();
        request.put("version", version).put("target", target).put("engine", engine);
        putIf(request, "submitter", submitter);
        putIf(request, "entry", entry == null ? null : sentPath(entry));
        putIf(request, "diffUrl", diffUrl);
        ArrayNode sent = request.putArray("files");
        files.forEach(file -> sent.addObject().put("path", sentPath(file)).put("content", content(file)));
        try {
            return Api.JSON.writeValueAsBytes(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void putIf(ObjectNode request, String name, @Nullable String value) {
        if (value != null) {
            request.put(name, value);
        }
    }

    private String sentPath(Path file) {
        Path from = base.toAbsolutePath().normalize();
        Path path = from.resolve(file).normalize();
        if (!path.startsWith(from)) {
            throw new Unusable(file + " lies outside of " + from + "; give --base");
        }
        StringBuilder slashed = new StringBuilder();
        from.relativize(path)
                .forEach(part -> slashed.append(slashed.isEmpty() ? "" : "/").append(part));
        return slashed.toString();
    }

    private String content(Path file) {
        return TextInput.read(file.toString(), base.resolve(file));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
