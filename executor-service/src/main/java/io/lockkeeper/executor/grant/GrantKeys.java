package io.lockkeeper.executor.grant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Reads the public keys that grants are verified with. A key that cannot be read fails the start: without it no run is allowed. */
public final class GrantKeys {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private GrantKeys() {}

    /**
     * Reads every key.
     *
     * @throws IllegalStateException naming the key and file that are wrong
     */
    public static Map<String, PublicKey> read(Map<String, Path> files) {
        if (files.isEmpty()) {
            throw new IllegalStateException(
                    "lockkeeper.grant.public-keys is empty; name at least one key, or no grant can be verified");
        }
        Map<String, PublicKey> keys = new HashMap<>();
        files.forEach((id, file) -> keys.put(id, read(id, file)));
        return keys;
    }

    private static PublicKey read(String id, Path file) {
        try {
            PublicKey key = parse(Files.readString(file));
            if (key instanceof EdECPublicKey edwards
                    && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
                return key;
            }
            throw new IllegalStateException("the key " + id + " in " + file + " is not an Ed25519 key");
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the key " + id + " could not be read from " + file
                            + "; it must be an Ed25519 public key in PEM (BEGIN PUBLIC KEY)",
                    e);
        }
    }

    private static PublicKey parse(String pem) throws GeneralSecurityException {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("no PEM block of a public key");
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    }
}
