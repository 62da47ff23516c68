package io.lockkeeper.approval.migration;

/** Hash of the tuple that is approved: statements, tool and options, target, report, schema. */
public record SubjectHash(String value) {

    private static final int MAX_LENGTH = 200;

    public SubjectHash {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a subject hash has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
