package io.lockkeeper.approval.grant;

/** Identity of a grant: a run may use it once, ever. */
public record GrantId(String value) {

    public GrantId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a grant id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
