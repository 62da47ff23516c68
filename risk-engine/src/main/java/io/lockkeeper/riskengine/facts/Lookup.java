package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which names are there, and what follows from one that is not: that depends on where the facts are from. */
record Lookup(TargetFacts facts) {
    boolean absent(ObjectName name) {
        return facts.live() && facts.asked().contains(name) && !known(name);
    }

    boolean untold(ObjectName name) {
        return (facts.source() == TargetFacts.Source.TOLD || facts.source() == TargetFacts.Source.TOLD_IN_PART)
                && !known(name)
                && !alike(name);
    }

    boolean missing(ObjectName name) {
        if (facts.live()) {
            return absent(name);
        }
        String schema = qualified(name).schema();
        return facts.source() == TargetFacts.Source.TOLD
                && !known(name)
                && !alike(name)
                && schema != null
                && told(schema);
    }

    boolean missingSchema(String schema) {
        return facts.source() == TargetFacts.Source.TOLD && facts.other().containsValue("schema") && !told(schema);
    }

    /** One that was made after the target was looked at holds what is known to be in it. */
    Optional<Boolean> emptySchema(String schema) {
        boolean filled = all().anyMatch(name -> schema.equals(name.schema()));
        Boolean seen = facts.definitions().schemas().get(schema);
        boolean named = facts.other().entrySet().stream()
                .anyMatch(
                        e -> e.getValue().equals("schema") && e.getKey().name().equals(schema));
        boolean whole = named && facts.certain() && facts.source() != TargetFacts.Source.TOLD_IN_PART;
        if (filled) {
            return Optional.of(false);
        }
        return seen == null
                ? (whole ? Optional.of(true) : Optional.empty())
                : Optional.of(seen).filter(empty -> empty);
    }

    private boolean told(String schema) {
        return all().anyMatch(name -> schema.equals(name.schema())
                || (name.name().equals(schema) && "schema".equals(facts.other().get(name))));
    }

    private Stream<ObjectName> all() {
        return Stream.of(
                        facts.tables().keySet(),
                        facts.indexes().keySet(),
                        facts.other().keySet())
                .flatMap(Set::stream);
    }

    /** A database has no name in its own dump, so that one that a statement gives it contradicts nothing. */
    private boolean alike(ObjectName name) {
        return facts.dialect() != Dialect.POSTGRESQL
                && Stream.of(facts.tables().keySet(), facts.other().keySet())
                        .flatMap(Set::stream)
                        .anyMatch(other -> alike(other, name));
    }

    private static boolean alike(ObjectName one, ObjectName other) {
        return one.name().equalsIgnoreCase(other.name()) && (one.schema() == null || other.schema() == null);
    }

    private boolean known(ObjectName name) {
        return there(qualified(name)) || SystemCatalog.has(name, facts);
    }

    private boolean there(ObjectName qualified) {
        return facts.tables().containsKey(qualified)
                || facts.indexes().containsKey(qualified)
                || facts.other().containsKey(qualified);
    }

    ObjectName qualified(ObjectName name) {
        if (name.schema() != null) {
            return name;
        }
        for (String schema : facts.searchPath()) {
            ObjectName candidate = new ObjectName(schema, name.name());
            if (there(candidate)) {
                return candidate;
            }
        }
        return facts.searchPath().isEmpty()
                ? name
                : new ObjectName(facts.searchPath().getFirst(), name.name());
    }

    boolean sameSearchPath(String value) {
        return schemas(value).equals(facts.searchPath());
    }

    boolean addsToSearchPath(String value) {
        List<String> path = facts.searchPath();
        List<String> schemas = schemas(value);
        return !path.isEmpty()
                && schemas.size() > path.size()
                && schemas.subList(0, path.size()).equals(path);
    }

    private static List<String> schemas(String value) {
        return Stream.of(value.split(","))
                .map(part -> part.replaceAll("['\"\\s]", ""))
                .filter(part -> !part.isEmpty() && !part.equals("$user"))
                .toList();
    }
}
