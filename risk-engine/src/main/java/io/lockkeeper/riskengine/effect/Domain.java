package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.Optional;

/**
 * What is under a domain, through all domains below it.
 *
 * @param base the first type that is no domain, with its length or precision
 * @param constrained it, or one below, has a CHECK or NOT NULL, or is not known well enough
 */
record Domain(String base, boolean constrained) {
    /** Domains over domains are few; a circle would be a mistake of whoever told the facts. */
    private static final int DEPTH = 32;

    /** Empty when the type is no domain, or nobody told what it is over. An array of a domain is none. */
    static Optional<Domain> of(String type, TargetFacts facts) {
        String over = type;
        boolean constrained = false;
        for (int depth = 0; depth < DEPTH; depth++) {
            ObjectName name = facts.qualified(ObjectName.ofType(over));
            String base = AddedColumn.builtIn(over) || over.endsWith("]")
                    ? null
                    : facts.definitions().domains().get(name);
            if (base == null) {
                break;
            }
            constrained |= !"domain".equals(facts.other().get(name));
            over = base;
        }
        return over.equals(type) ? Optional.empty() : Optional.of(new Domain(over, constrained));
    }

    /** A value of a domain comes without its length: whatever asks for one checks it again (measured on 12-18). */
    String unsized() {
        return base.replaceFirst("\\([^)]*\\)", "");
    }
}
