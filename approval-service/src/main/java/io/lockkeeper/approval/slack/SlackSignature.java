package io.lockkeeper.approval.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a request is Slack's, by its v0 signature over the raw bytes of the body.
 *
 * <p>The SDK's verifier accepts timestamps from the future and compares in variable time; this one does neither, and refuses
 * a request it has seen before. What it has seen is in memory: after a restart a repeated click is still only refused as
 * already decided. Thread-safe.
 */
final class SlackSignature {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String VERSION = "v0";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_DIGITS = 12;

    private final SecretKeySpec secret;
    private final Clock clock;
    private final Map<String, Instant> seen = new HashMap<>();

    SlackSignature(String secret, Clock clock) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("lockkeeper.slack.signing-secret is blank");
        }
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /** What a request turned out to be. */
    enum Check {
        GENUINE,
        MISSING,
        OUTSIDE_WINDOW,
        FORGED,
        REPEATED
    }

    /**
     * @param timestamp header {@code X-Slack-Request-Timestamp}
     * @param signature header {@code X-Slack-Signature}
     */
    Check check(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null || signature == null || !digits(timestamp)) {
            return Check.MISSING;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Instant now = clock.instant();
        if (Duration.between(sent, now).abs().compareTo(WINDOW) > 0) {
            return Check.OUTSIDE_WINDOW;
        }
        byte[] expected = sign(timestamp, body).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            return Check.FORGED;
        }
        return firstTime(timestamp + ":" + signature, sent, now) ? Check.GENUINE : Check.REPEATED;
    }

    /** The signature that Slack would send. */
    String sign(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Only genuine requests get here, so nobody else can fill the memory. */
    private synchronized boolean firstTime(String request, Instant sent, Instant now) {
        seen.values().removeIf(until -> until.isBefore(now));
        return seen.putIfAbsent(request, sent.plus(WINDOW)) == null;
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
