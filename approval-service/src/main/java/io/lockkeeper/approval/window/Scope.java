package io.lockkeeper.approval.window;

import java.util.Set;

/** What a freeze or peak is for. An empty set means all; with both sets a target must be in both. */
public record Scope(Set<String> targets, Set<String> environments) {

    public static final Scope EVERYTHING = new Scope(Set.of(), Set.of());

    public Scope {
        targets = Set.copyOf(targets);
        environments = Set.copyOf(environments);
    }

    boolean covers(String target, String environment) {
        return (targets.isEmpty() || targets.contains(target))
                && (environments.isEmpty() || environments.contains(environment));
    }
}
