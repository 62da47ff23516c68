package io.lockkeeper.approval.migration;

/**
 * Who asked for the migration.
 *
 * @param identity the person, for instance {@code alice}
 * @param credential what spoke for the person, for instance {@code ci}; empty when the person spoke
 */
public record Submitter(String identity, String credential) {

    public Submitter {
        if (identity.isBlank()) {
            throw new IllegalArgumentException("a submitter has an identity");
        }
    }

    /** Whether {@code who} is the submitter or the credential that submitted. */
    public boolean is(String who) {
        return identity.equalsIgnoreCase(who) || credential.equalsIgnoreCase(who);
    }
}
