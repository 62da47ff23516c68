package io.lockkeeper.cli.lint;

import io.lockkeeper.riskengine.report.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What makes a finding the same one in the next run: file, rule and statement, not the line. Several alike are told apart by
 * their order.
 */
final class Fingerprints {
    private final Map<String, Integer> seen = new HashMap<>();

    String of(String file, String sql, Finding finding) {
        String what = String.join("\0", file, finding.rule(), sql.strip().replaceAll("\\s+", " "));
        int nth = seen.merge(what, 1, Integer::sum);
        return sha256(what + "\0" + nth);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
