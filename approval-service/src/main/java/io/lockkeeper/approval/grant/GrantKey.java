package io.lockkeeper.approval.grant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key grants are signed with. Its text form never shows the key. */
public record GrantKey(String id, PrivateKey key) {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    public GrantKey {
        if (id.isBlank()) {
            throw new IllegalArgumentException("lockkeeper.grant.key-id is blank");
        }
        if (!(key instanceof EdECPrivateKey edwards)
                || !edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
            throw new IllegalArgumentException("the key " + id + " is not an Ed25519 private key");
        }
    }

    /** @throws IllegalStateException naming the file, when it holds no Ed25519 key in PKCS#8 PEM */
    public static GrantKey read(String id, Path file) {
        try {
            String pem = Files.readString(file);
            int begin = pem.indexOf(BEGIN);
            int end = pem.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new IllegalArgumentException("no PEM block of a private key");
            }
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            return new GrantKey(id, KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "lockkeeper.grant.private-key-file " + file
                            + " must hold an Ed25519 private key as PKCS#8 PEM (openssl genpkey -algorithm ed25519)",
                    e);
        }
    }

    @Override
    public String toString() {
        return "GrantKey[" + id + ", ***]";
    }
}
