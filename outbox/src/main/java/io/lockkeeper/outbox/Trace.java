package io.lockkeeper.outbox;

import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C {@code traceparent} of what this thread is doing: one trace id from the REST call to the last card edit. */
public final class Trace {

    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private Trace() {}

    /** The trace this thread is in, or a new one. */
    public static String current() {
        String current = CURRENT.get();
        return current == null ? fresh() : current;
    }

    /** Runs {@code work} within {@code traceparent}; a missing or malformed one starts a new trace. */
    public static <T> T within(@Nullable String traceparent, Callable<T> work) throws Exception {
        String outer = CURRENT.get();
        CURRENT.set(traceparent != null && VALID.matcher(traceparent).matches() ? traceparent : fresh());
        try {
            return work.call();
        } finally {
            CURRENT.set(outer);
        }
    }

    private static String fresh() {
        byte[] id = new byte[24];
        ThreadLocalRandom.current().nextBytes(id);
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(id, 0, 16) + "-" + hex.formatHex(id, 16, 24) + "-01";
    }
}
