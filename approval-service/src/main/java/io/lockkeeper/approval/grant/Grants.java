package io.lockkeeper.approval.grant;

import io.lockkeeper.approval.ApprovalConfig;
import io.lockkeeper.approval.migration.Migration;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues grants with the configured key; a key that cannot be read fails the start. */
@Startup
@ApplicationScoped
public class Grants {

    private static final Duration LEAST_LIFETIME = Duration.ofSeconds(30);

    private final GrantSigner signer;
    private final Duration lifetime;

    Grants(ApprovalConfig config) {
        ApprovalConfig.Grant grant = config.grant();
        if (grant.lifetime().compareTo(LEAST_LIFETIME) < 0) {
            throw new IllegalArgumentException(
                    "lockkeeper.grant.lifetime is below " + LEAST_LIFETIME.toSeconds() + " s");
        }
        this.signer = new GrantSigner(GrantKey.read(grant.keyId(), grant.privateKeyFile()));
        this.lifetime = grant.lifetime();
    }

    /**
     * A grant from {@code now}.
     *
     * @param closing when the next window closes: the grant ends then at the latest, so that nothing starts in it
     */
    public Grant issue(Migration migration, Instant now, @Nullable Instant closing) {
        Instant notBefore = now.truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(lifetime);
        Instant expires = closing != null && closing.isBefore(end) ? closing : end;
        GrantId id = new GrantId(UUID.randomUUID().toString());
        return signer.sign(new GrantClaims(id, migration, notBefore, expires.truncatedTo(ChronoUnit.SECONDS)));
    }
}
