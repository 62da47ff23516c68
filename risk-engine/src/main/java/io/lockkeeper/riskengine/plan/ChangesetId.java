package io.lockkeeper.riskengine.plan;

/**
 * A Liquibase changeset's identity.
 *
 * @param path of the changelog file, as Liquibase stores it
 */
public record ChangesetId(String id, String author, String path) {
    @Override
    public String toString() {
        return path + "::" + id + "::" + author;
    }
}
