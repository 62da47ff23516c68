package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why the server is certain to refuse what is done to an index, or to a materialized view that lacks one. */
final class IndexFailure {
    private static final Set<String> CHANGING = Set.of(
            "now",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "clock_timestamp",
            "random",
            "gen_random_uuid");

    private final Failure failure;
    private final TargetFacts facts;
    private final List<Operation> siblings;

    IndexFailure(Failure failure, Situation situation) {
        this.failure = failure;
        this.facts = situation.facts();
        this.siblings = situation.siblings();
    }

    @Nullable
    String index(IndexOperation operation) {
        return switch (operation) {
            case IndexOperation.CreateIndex create -> createIndex(create);
            case IndexOperation.DropIndex drop -> dropIndex(drop);
            case IndexOperation.RenameIndex rename ->
                facts.absent(rename.object()) ? Failure.missing(rename.object()) : null;
            case IndexOperation.AlterIndex alter ->
                facts.absent(alter.object()) ? Failure.missing(alter.object()) : null;
            case IndexOperation.Reindex reindex -> {
                ObjectName name = reindex.object();
                yield name != null && facts.absent(name) ? Failure.missing(name) : null;
            }
        };
    }

    private @Nullable String createIndex(IndexOperation.CreateIndex create) {
        if (facts.absent(create.table())) {
            return Failure.missing(create.table());
        }
        Optional<TableFacts> table = facts.table(create.table());
        ObjectName name = create.name();
        if (name != null && !create.ifNotExists() && table.isPresent()) {
            ObjectName index = new ObjectName(table.get().name().schema(), name.name());
            if (failure.taken(index)) {
                return index + " exists already";
            }
        }
        if (create.concurrently() && table.isPresent() && table.get().kind() == TableFacts.Kind.PARTITIONED) {
            return "an index on a partitioned table cannot be built concurrently";
        }
        String unfit = table.map(t -> unindexable(create, t)).orElse(null);
        if (unfit != null) {
            return unfit;
        }
        return table.isEmpty()
                ? null
                : create.columns().stream()
                        .filter(c -> !create.computed())
                        .map(c -> Failure.column(table.get(), c))
                        .filter(why -> why != null)
                        .findFirst()
                        .orElse(null);
    }

    /** A key that has no order, and what changes with time in a key or a predicate. */
    private static @Nullable String unindexable(IndexOperation.CreateIndex create, TableFacts table) {
        boolean ordered = create.method().equals("btree") || create.method().equals("hash");
        Optional<String> key = create.columns().stream()
                .filter(c -> table.column(c)
                        .filter(f -> f.type().equals("json") || (ordered && Casts.withoutOrder(f.type())))
                        .isPresent())
                .findFirst();
        if (key.isPresent()) {
            return "the type of " + key.get() + " has no operator class for such an index";
        }
        return create.mentioned().stream()
                .filter(word -> CHANGING.contains(word) && create.computed())
                .filter(word -> table.columnsKnown() && table.column(word).isEmpty())
                .findFirst()
                .map(word -> "an index cannot depend on " + word + ", which changes")
                .orElse(null);
    }

    @Nullable
    String refresh(OtherOperation.RefreshMaterializedView refresh) {
        Optional<TableFacts> view = facts.table(refresh.object());
        boolean unique = view.map(TableFacts::indexes).orElse(List.of()).stream()
                .anyMatch(i -> i.unique() && i.valid() && !i.computed());
        boolean known = facts.live()
                || view.map(TableFacts::indexes).filter(i -> !i.isEmpty()).isPresent();
        return refresh.concurrently() && view.isPresent() && known && !unique
                ? "a concurrent refresh needs a unique index over whole rows"
                : null;
    }

    private @Nullable String dropIndex(IndexOperation.DropIndex drop) {
        if (facts.absent(drop.object())) {
            return drop.ifExists() ? null : Failure.missing(drop.object());
        }
        if (drop.concurrently() && siblings.size() > 1) {
            return "DROP INDEX CONCURRENTLY takes one index only";
        }
        ObjectName name = facts.qualified(drop.object());
        boolean constraint = facts.tableOfIndex(drop.object()).map(TableFacts::indexes).orElse(List.of()).stream()
                .filter(i -> i.name().equals(name))
                .anyMatch(IndexFacts::constraint);
        return constraint ? "the constraint of the same name needs the index; drop the constraint instead" : null;
    }
}
