package io.lockkeeper.progress.event;

/** Identity of one attempt to execute a migration. */
public record RunId(String value) {

    public RunId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a run id is never blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
