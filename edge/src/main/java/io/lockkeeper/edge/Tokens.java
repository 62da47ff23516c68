package io.lockkeeper.edge;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Finds the credential of a token. Holds hashes only. */
@Singleton
class Tokens {

    private static final int SHA256_BYTES = 32;

    private final Map<String, EdgeConfig.Token> tokens;

    Tokens(EdgeConfig config) {
        tokens = config.tokens();
        tokens.forEach(Tokens::requireHash);
    }

    /** A configured credential and its name. */
    record Credential(String name, EdgeConfig.Token token) {}

    /** Compares with every hash in constant time, so that the answer's time tells nothing. */
    Optional<Credential> find(String presented) {
        byte[] hash = sha256(presented);
        Credential found = null;
        for (Map.Entry<String, EdgeConfig.Token> entry : tokens.entrySet()) {
            byte[] known = HexFormat.of().parseHex(entry.getValue().sha256());
            if (MessageDigest.isEqual(hash, known)) {
                found = new Credential(entry.getKey(), entry.getValue());
            }
        }
        return Optional.ofNullable(found);
    }

    private static void requireHash(String name, EdgeConfig.Token token) {
        try {
            if (HexFormat.of().parseHex(token.sha256()).length == SHA256_BYTES) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the value: somebody may have put the token itself there.
        }
        throw new IllegalArgumentException(
                "lockkeeper.tokens." + name + ".sha256 is not the hex of a SHA-256 (64 characters)");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
