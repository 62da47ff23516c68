package io.lockkeeper.emulator.wire;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Random ids in the form of Slack's. */
public final class Ids {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String MIXED = LETTERS + "abcdefghijklmnopqrstuvwxyz";

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** A generated {@code block_id} or {@code action_id}. */
    public String inBlock() {
        return text(5, MIXED);
    }

    public String view() {
        return "V0" + text(9, LETTERS);
    }

    public String hash(String ts) {
        return ts.substring(0, ts.indexOf('.')) + "." + text(8, MIXED);
    }

    public String request() {
        return secret(16);
    }

    public String digits(int count) {
        return text(count, "123456789");
    }

    /** {@code bytes} random bytes as hex. */
    public String secret(int bytes) {
        byte[] raw = new byte[bytes];
        random.nextBytes(raw);
        return HexFormat.of().formatHex(raw);
    }

    private String text(int length, String alphabet) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
