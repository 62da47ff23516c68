package io.lockkeeper.riskengine.subject;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exactly what is approved. Anything in here that changes voids the approval.
 *
 * @param bundle hash of the submitted files, {@link Bundle#hash()}
 * @param statements hash of the statements extracted from them, {@link #statementsHash}
 * @param target name of the target
 * @param environment of the target, as intake resolved it
 * @param report {@code Report.reportHash()}
 * @param schema {@code SchemaFingerprint.of(facts)}
 */
public record Subject(
        String bundle,
        String statements,
        Engine engine,
        Options options,
        String target,
        String environment,
        String report,
        String schema) {

    /** The {@code subjectHash}: {@code sha256:<hex>}. */
    public String hash() {
        Map<String, Object> map = new TreeMap<>();
        map.put("bundle", bundle);
        map.put("statements", statements);
        map.put("engine", engine.id());
        map.put("options", options.canonical());
        map.put("target", target);
        map.put("environment", environment);
        map.put("report", report);
        map.put("schema", schema);
        return CanonicalJson.hash(map);
    }

    /** Over the exact texts in order, each prefixed by its length in bytes, so that no two lists share a hash. */
    public static String statementsHash(List<String> statements) {
        MessageDigest digest = CanonicalJson.digest();
        for (String statement : statements) {
            byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
            digest.update(bytes);
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
