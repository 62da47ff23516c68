package io.lockkeeper.edge;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who sent the request that is being answered. Only for resources that require a role. */
@RequestScoped
public class Caller {

    static final String CREDENTIAL = "lockkeeper.credential";
    static final String ON_BEHALF = "lockkeeper.on-behalf";

    private final SecurityIdentity security;

    Caller(SecurityIdentity security) {
        this.security = security;
    }

    /** The identity behind the credential. */
    public String identity() {
        return security.getPrincipal().getName();
    }

    /** The credential's name in the configuration. */
    public String credential() {
        return Optional.ofNullable(security.<String>getAttribute(CREDENTIAL))
                .orElseThrow(() -> new IllegalStateException("the request was not authenticated"));
    }

    /** Whether the credential may name another person as submitter. */
    public boolean mayNameOthers() {
        return Boolean.TRUE.equals(security.<Boolean>getAttribute(ON_BEHALF));
    }
}
