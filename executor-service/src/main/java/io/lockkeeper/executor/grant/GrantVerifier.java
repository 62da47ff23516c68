package io.lockkeeper.executor.grant;

import io.lockkeeper.executor.grant.GrantVerdict.Reason;
import io.lockkeeper.executor.grant.GrantVerdict.Refused;
import io.lockkeeper.executor.grant.GrantVerdict.Valid;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * Verifies grants by itself: only a signature of approval-service's key permits a run, whoever wrote the event.
 *
 * <p>The algorithm is pinned before anything else is looked at, so neither {@code none} nor a MAC keyed with the public key
 * gets anywhere. Thread-safe.
 */
public final class GrantVerifier {

    static final String ISSUER = "lockkeeper-approval";
    static final String AUDIENCE = "lockkeeper-executor";

    private static final int MAX_LENGTH = 16 * 1024;
    private static final Set<String> RISKS = Set.of("LOW", "MEDIUM", "HIGH");
    private static final AlgorithmConstraints ED25519_ONLY =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    private final Map<String, PublicKey> keys;
    private final Clock clock;
    private final Duration skew;

    /**
     * @param keys Ed25519 keys by key id
     * @param skew how far the issuer's clock may be ahead of ours; gives nothing at the end of a grant
     */
    public GrantVerifier(Map<String, PublicKey> keys, Clock clock, Duration skew) {
        this.keys = Map.copyOf(keys);
        this.clock = clock;
        this.skew = skew;
    }

    /**
     * Judges a signed grant.
     *
     * @param migration whom the event that carried the grant is about
     */
    public GrantVerdict verify(String jws, MigrationId migration) {
        if (jws.isEmpty() || jws.length() > MAX_LENGTH) {
            return new Refused(Reason.MALFORMED, "the grant has " + jws.length() + " characters");
        }
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(ED25519_ONLY);
            signature.setCompactSerialization(jws);
            return verify(signature, jws, migration);
        } catch (JoseException | InvalidJwtException e) {
            return new Refused(Reason.MALFORMED, "the grant is not a compact JWS");
        } catch (MalformedClaimException | IllegalArgumentException e) {
            return new Refused(Reason.CLAIMS, "a claim of the grant has the wrong form");
        }
    }

    private GrantVerdict verify(JsonWebSignature signature, String jws, MigrationId migration)
            throws JoseException, InvalidJwtException, MalformedClaimException {
        if (!AlgorithmIdentifiers.EDDSA.equals(signature.getAlgorithmHeaderValue())) {
            return new Refused(Reason.ALGORITHM, "the grant is not signed with EdDSA");
        }
        String keyId = signature.getKeyIdHeaderValue();
        PublicKey key = keyId == null ? null : keys.get(keyId);
        if (key == null) {
            return new Refused(Reason.UNKNOWN_KEY, "the grant's key is not among lockkeeper.grant.public-keys");
        }
        signature.setKey(key);
        if (!signature.verifySignature()) {
            return new Refused(Reason.SIGNATURE, "the signature does not fit the grant");
        }
        return judge(JwtClaims.parse(signature.getPayload()), jws, migration);
    }

    private GrantVerdict judge(JwtClaims claims, String jws, MigrationId migration) throws MalformedClaimException {
        if (!ISSUER.equals(claims.getIssuer()) || !claims.getAudience().contains(AUDIENCE)) {
            return new Refused(Reason.CLAIMS, "the grant is not from approval-service to this service");
        }
        NumericDate notBefore = claims.getNotBefore();
        NumericDate expires = claims.getExpirationTime();
        if (notBefore == null || expires == null) {
            return new Refused(Reason.CLAIMS, "the grant has no beginning or no end");
        }
        if (!migration.value().equals(claims.getSubject())) {
            return new Refused(Reason.OTHER_MIGRATION, "the grant is for another migration");
        }
        Grant grant = new Grant(
                new GrantId(required(claims, "jti")),
                migration,
                required(claims, "subject_hash"),
                required(claims, "bundle_hash"),
                required(claims, "target"),
                required(claims, "engine"),
                risk(required(claims, "risk")),
                Instant.ofEpochMilli(notBefore.getValueInMillis()),
                Instant.ofEpochMilli(expires.getValueInMillis()),
                jws);
        return inTime(grant);
    }

    private GrantVerdict inTime(Grant grant) {
        Instant now = clock.instant();
        if (now.plus(skew).isBefore(grant.notBefore())) {
            return new Refused(Reason.NOT_YET_VALID, "the grant begins at " + grant.notBefore());
        }
        // No allowance here: a clock that is ahead refuses too early, which is the safe side.
        if (!now.isBefore(grant.expiresAt())) {
            return new Refused(Reason.EXPIRED, "the grant ended at " + grant.expiresAt());
        }
        return new Valid(grant);
    }

    private static String required(JwtClaims claims, String name) throws MalformedClaimException {
        String value = claims.getStringClaimValue(name);
        if (value == null || value.isBlank()) {
            throw new MalformedClaimException("claim " + name + " is missing");
        }
        return value;
    }

    private static String risk(String claim) throws MalformedClaimException {
        String risk = claim.startsWith("RISK_") ? claim.substring("RISK_".length()) : claim;
        if (!RISKS.contains(risk)) {
            throw new MalformedClaimException("claim risk is none");
        }
        return risk;
    }
}
