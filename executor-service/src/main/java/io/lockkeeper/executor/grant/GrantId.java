package io.lockkeeper.executor.grant;

/** Identity of a grant, the claim {@code jti}: good for one run, ever. */
public record GrantId(String value) {

    private static final int MAX_LENGTH = 200;

    public GrantId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a grant id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
