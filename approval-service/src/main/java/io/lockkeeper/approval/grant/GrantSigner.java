package io.lockkeeper.approval.grant;

import io.lockkeeper.approval.migration.Migration;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Turns claims into a compact JWS (alg EdDSA). Thread-safe. */
public final class GrantSigner {

    static final String ISSUER = "lockkeeper-approval";
    static final String AUDIENCE = "lockkeeper-executor";

    private final GrantKey key;

    public GrantSigner(GrantKey key) {
        this.key = key;
    }

    public Grant sign(GrantClaims grant) {
        Migration migration = grant.migration();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setJwtId(grant.id().value());
        claims.setSubject(migration.id().value());
        claims.setStringClaim("subject_hash", migration.subject().value());
        claims.setStringClaim("bundle_hash", migration.bundleHash());
        claims.setStringClaim("target", migration.target().name());
        claims.setStringClaim("engine", migration.engine());
        claims.setStringClaim("risk", migration.risk().name());
        NumericDate notBefore = NumericDate.fromSeconds(grant.notBefore().getEpochSecond());
        claims.setIssuedAt(notBefore);
        claims.setNotBefore(notBefore);
        claims.setExpirationTime(NumericDate.fromSeconds(grant.expiresAt().getEpochSecond()));
        return new Grant(grant, compact(claims));
    }

    private String compact(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKeyIdHeaderValue(key.id());
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(key.key());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("could not sign a grant with key " + key.id(), e);
        }
    }
}
