package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.List;

/**
 * One index.
 *
 * @param columns every table column it depends on, in its key, its expressions or its predicate
 * @param computed has an expression or a predicate
 * @param constraint a constraint stands on it, so it cannot be dropped by itself
 * @param method {@code btree}, {@code gin} …
 * @param definition as {@code pg_get_indexdef} prints it, or as a schema file writes it; empty when nobody said it
 */
public record IndexFacts(
        ObjectName name,
        long bytes,
        boolean unique,
        boolean primary,
        boolean valid,
        List<String> columns,
        boolean computed,
        boolean constraint,
        String method,
        String definition) {
    public IndexFacts {
        columns = List.copyOf(columns);
    }

    IndexFacts named(ObjectName other) {
        return new IndexFacts(other, bytes, unique, primary, valid, columns, computed, constraint, method, definition);
    }

    IndexFacts on(List<String> others) {
        return new IndexFacts(name, bytes, unique, primary, valid, others, computed, constraint, method, definition);
    }

    IndexFacts defined(String text) {
        return new IndexFacts(name, bytes, unique, primary, valid, columns, computed, constraint, method, text);
    }

    IndexFacts sized(long stored) {
        return new IndexFacts(name, stored, unique, primary, valid, columns, computed, constraint, method, definition);
    }
}
