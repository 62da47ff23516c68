package io.lockkeeper.riskengine.subject;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the engine runs the statements.
 *
 * @param transaction a transaction per statement (per changeset with Liquibase, which then decides itself), or one around all
 * @param lockTimeout how long a statement may wait for a lock, 1 ms to 10 min
 * @param lockRetries how often it is tried again afterwards, 0 to 1000
 */
public record Options(Transaction transaction, Duration lockTimeout, int lockRetries) {

    /** Transaction per statement, or one around the whole migration. */
    public enum Transaction {
        EACH,
        ALL;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern DURATION = Pattern.compile("(\\d{1,7})(ms|s|min)");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** One transaction per statement, 3 s lock timeout, 10 retries. */
    public static Options defaults() {
        return new Options(Transaction.EACH, Duration.ofSeconds(3), 10);
    }

    /**
     * From a request's words; null means the default.
     *
     * @param lockTimeout such as {@code 300ms}, {@code 3s}, {@code 1min}
     */
    public static Options of(@Nullable String transaction, @Nullable String lockTimeout, @Nullable Integer lockRetries)
            throws PlanRefused {
        Options defaults = defaults();
        return new Options(
                transaction == null ? defaults.transaction : transaction(transaction),
                lockTimeout == null ? defaults.lockTimeout : duration(lockTimeout),
                lockRetries == null ? defaults.lockRetries : retries(lockRetries));
    }

    /** With defaults filled in, for the bundle and the subject. */
    Map<String, Object> canonical() {
        Map<String, Object> map = new TreeMap<>();
        map.put("transaction", transaction.id());
        map.put("lockTimeout", lockTimeoutText());
        map.put("lockRetries", lockRetries);
        return map;
    }

    /** In the form a request uses and PostgreSQL understands: whole seconds as {@code 3s}, else {@code 300ms}. */
    public String lockTimeoutText() {
        long millis = lockTimeout.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    private static Transaction transaction(String text) throws PlanRefused {
        for (Transaction transaction : Transaction.values()) {
            if (transaction.id().equals(text)) {
                return transaction;
            }
        }
        throw refused("transaction '" + text + "'", "Use \"each\" or \"all\".");
    }

    private static Duration duration(String text) throws PlanRefused {
        String help = "Use a duration such as \"300ms\", \"3s\" or \"1min\", at least 1ms and at most 10min.";
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw refused("lockTimeout '" + text + "'", help);
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration duration =
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    default -> Duration.ofMinutes(amount);
                };
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw refused("lockTimeout '" + text + "'", help);
        }
        return duration;
    }

    private static int retries(int retries) throws PlanRefused {
        if (retries < 0 || retries > 1000) {
            throw refused("lockRetries " + retries, "Use a number from 0 to 1000.");
        }
        return retries;
    }

    private static PlanRefused refused(String what, String help) {
        return new PlanRefused(RefusalCode.BAD_OPTION, null, 0, "The option " + what + " is not allowed", help);
    }
}
