package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.sql.Dialect;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A setting that is a time: of PostgreSQL with its units and in milliseconds without, of MySQL and MariaDB in seconds. */
final class TimeLimit {
    private static final Pattern TIME = Pattern.compile("(\\d{1,12})\\s*(us|ms|s|min|h|d)?");

    private TimeLimit() {}

    /** Empty when it cannot be understood; zero is no limit at all. */
    static Optional<Duration> of(String value, Dialect dialect) {
        Matcher time = TIME.matcher(value.replace("'", "").strip().toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(time.group(1));
        String unit = time.group(2) == null ? dialect == Dialect.POSTGRESQL ? "ms" : "s" : time.group(2);
        return Optional.of(
                switch (unit) {
                    case "us" -> Duration.ofNanos(amount * 1000);
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "min" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }
}
