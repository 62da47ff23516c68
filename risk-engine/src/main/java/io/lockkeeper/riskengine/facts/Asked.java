package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names that were looked for, sorted once and shared by all facts that evolve from the first. */
final class Asked extends AbstractSet<ObjectName> {
    private final TreeSet<ObjectName> names;

    private Asked(Set<ObjectName> names) {
        this.names = new TreeSet<>(names);
    }

    static Set<ObjectName> of(Set<ObjectName> names) {
        return names instanceof Asked ? names : new Asked(names);
    }

    @Override
    public Iterator<ObjectName> iterator() {
        return Collections.unmodifiableSet(names).iterator();
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public boolean contains(@Nullable Object name) {
        return name != null && names.contains(name);
    }
}
