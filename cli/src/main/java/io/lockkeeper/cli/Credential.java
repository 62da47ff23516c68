package io.lockkeeper.cli;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the bearer token comes from: a file or the environment, never an argument that others can read. */
final class Credential {

    private static final String VARIABLE = "LOCKKEEPER_TOKEN";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the bearer token. Default: the environment variable " + VARIABLE + ".")
    @Nullable
    Path tokenFile;

    Optional<String> token() {
        Path file = tokenFile;
        if (file == null) {
            return Optional.ofNullable(System.getenv(VARIABLE))
                    .map(String::strip)
                    .filter(token -> !token.isEmpty());
        }
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw new Unusable("the token file " + file + " is empty");
            }
            return Optional.of(token);
        } catch (IOException e) {
            throw new Unusable("could not read the token file " + file);
        }
    }
}
