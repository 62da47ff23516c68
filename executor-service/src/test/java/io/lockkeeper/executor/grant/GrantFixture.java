package io.lockkeeper.executor.grant;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Signs grants as approval-service does, and as an attacker would. */
public final class GrantFixture {

    public static final String KEY_ID = "test-1";

    private final KeyPair pair;

    public GrantFixture() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public KeyPair pair() {
        return pair;
    }

    public String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    public static JwtClaims claims(String grant, String migration, Instant notBefore, Instant expires) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("lockkeeper-approval");
        claims.setAudience("lockkeeper-executor");
        claims.setJwtId(grant);
        claims.setSubject(migration);
        claims.setNotBefore(NumericDate.fromSeconds(notBefore.getEpochSecond()));
        claims.setIssuedAt(NumericDate.fromSeconds(notBefore.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
        claims.setStringClaim("subject_hash", "sha256:" + "a".repeat(64));
        claims.setStringClaim("bundle_hash", "sha256:" + "b".repeat(64));
        claims.setStringClaim("target", "shop");
        claims.setStringClaim("engine", "native");
        claims.setStringClaim("risk", "HIGH");
        return claims;
    }

    public String sign(JwtClaims claims) {
        return sign(claims, AlgorithmIdentifiers.EDDSA, pair.getPrivate(), KEY_ID);
    }

    public static String sign(JwtClaims claims, String algorithm, @Nullable Key key, String keyId) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setKeyIdHeaderValue(keyId);
            signature.setPayload(claims.toJson());
            signature.setKey(key);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
