package io.lockkeeper.emulator;

import io.lockkeeper.emulator.workspace.Workspace;
import io.lockkeeper.emulator.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the emulator was started: {@code --name value} or {@code --name=value} on the command line, else the system property
 * {@code emulator.<name>}. An unknown option is refused.
 *
 * @param burst calls tolerated above a rate limit; {@code rateLimits} false switches the limits off
 */
record Options(String host, int port, String publicUrl, int burst, boolean rateLimits, Workspace workspace) {
    static final String USAGE = """
            Options (or system properties emulator.<name>):
              --host ADDRESS            address to listen on (127.0.0.1)
              --port PORT               port to listen on, 0 for any free one (8090)
              --public-url URL          how apps and people reach the emulator (http://HOST:PORT)
              --workspace FILE          JSON with team, app, users, user groups and channels
              --interactivity-url URL   where clicks are posted (overrides the workspace's)
              --rate-limits on|off      refuse calls above Slack's limits with HTTP 429 (on)
              --burst N                 calls tolerated above a limit in each window (3)
            Without --workspace the environment gives SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.""";

    private static final Set<String> NAMES =
            Set.of("host", "port", "public-url", "workspace", "interactivity-url", "rate-limits", "burst");

    static Options of(String[] arguments, Map<String, String> environment) throws IOException {
        Map<String, String> given = parsed(arguments);
        Optional<Integer> port = number(given, "port", 65_535);
        return new Options(
                value(given, "host").orElse("127.0.0.1"),
                port.orElse(8090),
                value(given, "public-url").orElse(""),
                number(given, "burst", 10_000).orElse(3),
                onOff(value(given, "rate-limits").orElse("on")),
                workspace(given, environment));
    }

    private static Map<String, String> parsed(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!name.startsWith("--") || !NAMES.contains(name.substring(2))) {
                throw new IllegalArgumentException("Unknown option " + argument);
            }
            if (equals < 0 && i + 1 == arguments.length) {
                throw new IllegalArgumentException("Option " + argument + " needs a value");
            }
            given.put(name.substring(2), equals < 0 ? arguments[++i] : argument.substring(equals + 1));
        }
        return given;
    }

    private static Workspace workspace(Map<String, String> given, Map<String, String> environment) throws IOException {
        Optional<String> file = value(given, "workspace");
        Optional<String> url = value(given, "interactivity-url");
        if (file.isPresent()) {
            Workspace read = WorkspaceFile.read(Path.of(file.get()));
            return url.map(read::withInteractivityUrl).orElse(read);
        }
        return WorkspaceFile.local(
                secret(environment, "SLACK_BOT_TOKEN"), secret(environment, "SLACK_SIGNING_SECRET"), url.orElse(""));
    }

    private static String secret(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Neither --workspace nor the environment variable " + name + " is set");
        }
        return value;
    }

    private static Optional<String> value(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name))
                .or(() -> Optional.ofNullable(System.getProperty("emulator." + name)));
    }

    private static Optional<Integer> number(Map<String, String> given, String name, int max) {
        return value(given, name).map(text -> {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > max) {
                throw new IllegalArgumentException("--" + name + " must be a number of 0 to " + max + ", not " + text);
            }
            return Integer.valueOf(text);
        });
    }

    private static boolean onOff(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("--rate-limits must be on or off, not " + text);
        };
    }
}
