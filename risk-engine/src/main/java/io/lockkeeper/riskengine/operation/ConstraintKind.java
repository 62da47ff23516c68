package io.lockkeeper.riskengine.operation;

/** What a constraint demands. */
public enum ConstraintKind {
    CHECK("check"),
    FOREIGN_KEY("foreign-key"),
    UNIQUE("unique"),
    PRIMARY_KEY("primary-key"),
    EXCLUDE("exclude"),
    NOT_NULL("not-null");

    private final String id;

    ConstraintKind(String id) {
        this.id = id;
    }

    /** Kebab case, the tail of {@code add-…}. */
    public String id() {
        return id;
    }
}
