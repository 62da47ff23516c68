package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.ForeignKeyFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.Partitioning;
import io.lockkeeper.riskengine.facts.PostgresStorage;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why the server is certain to refuse an operation. Empty does not mean that it succeeds. */
final class Failure {
    /** These have names of their own beside those of tables and types. */
    private static final Set<String> OUTSIDE_RELATIONS = Set.of(
            "function",
            "steady-function",
            "aggregate",
            "extension",
            "publication",
            OtherOperation.CreateObject.PUBLICATION_OF_ALL,
            "collation",
            "conversion",
            "server",
            "event-trigger",
            "text-search",
            "schema",
            "role");

    private final TargetFacts facts;
    private final Dependence dependence;
    private final boolean tableIfExists;
    private final List<Operation> siblings;

    private Failure(Situation situation) {
        this.facts = situation.facts();
        this.dependence = new Dependence(facts);
        this.siblings = situation.siblings();
        this.tableIfExists = NothingToDo.alterIfExists(situation.statement().sql());
    }

    static Optional<String> of(Operation operation, Situation situation) {
        Failure failure = new Failure(situation);
        return Optional.ofNullable(
                switch (operation) {
                    case TableOperation table -> failure.table(table);
                    case IndexOperation index -> new IndexFailure(failure, situation).index(index);
                    case DataOperation data -> failure.data(data);
                    case OtherOperation.RefreshMaterializedView refresh ->
                        new IndexFailure(failure, situation).refresh(refresh);
                    case OtherOperation.CreateView view ->
                        !view.orReplace() && failure.taken(view.object())
                                ? view.object() + " exists already"
                                : ReplacedView.refused(view, failure.facts);
                    case OtherOperation.AlterObject alter -> failure.dependence.onAttributes(alter);
                    case OtherOperation.CreateObject object -> failure.created(object);
                    case OtherOperation.DropObject drop -> failure.dependence.onDropped(drop);
                    default -> null;
                });
    }

    private @Nullable String table(TableOperation operation) {
        if (operation instanceof TableOperation.CreateTable create) {
            return create(create);
        }
        if (operation instanceof TableOperation.DropTable drop) {
            return drop.ifExists() && facts.absent(drop.table()) ? null : drop(drop);
        }
        if (facts.absent(operation.table())) {
            return tableIfExists ? null : missing(operation.table());
        }
        return facts.table(operation.table())
                .map(t -> {
                    String refused = Refused.at(operation, t, siblings, facts);
                    return refused == null ? altered(operation, t) : refused;
                })
                .orElse(null);
    }

    private @Nullable String create(TableOperation.CreateTable create) {
        if (!create.ifNotExists() && taken(create.table())) {
            return facts.qualified(create.table()) + " exists already";
        }
        return Stream.concat(
                        create.constraints().stream(), create.columns().stream().flatMap(c -> c.constraints().stream()))
                .map(c -> c.references())
                .filter(parent -> parent != null && !parent.equals(create.table()) && facts.absent(parent))
                .findFirst()
                .map(Failure::missing)
                .orElse(null);
    }

    private @Nullable String drop(TableOperation.DropTable drop) {
        if (facts.absent(drop.table())) {
            return missing(drop.table());
        }
        return dependence.onTable(drop);
    }

    private @Nullable String altered(TableOperation operation, TableFacts table) {
        return switch (operation) {
            case TableOperation.AddColumn add -> addColumn(add, table);
            case TableOperation.DropColumn drop -> dropColumn(drop, table);
            case TableOperation.AlterColumnType type -> {
                String missing = column(table, type.column());
                yield missing != null ? missing : dependence.onTypeOf(table, type.column());
            }
            case TableOperation.DropConstraint drop -> dropConstraint(drop, table);
            case TableOperation.DetachPartition detach -> detach(detach, table);
            case TableOperation.ValidateConstraint validate -> constraint(table, validate.constraint());
            case TableOperation.AddConstraint add -> addConstraint(add, table);
            case TableOperation.RenameTable rename ->
                taken(new ObjectName(table.name().schema(), rename.to()))
                        ? "the name " + rename.to() + " is taken already"
                        : null;
            case TableOperation.RenameColumn rename ->
                table.column(rename.to()).isPresent()
                        ? "the column " + rename.to() + " exists already"
                        : column(table, rename.column());
            case TableOperation.ChangeTable change when hanging(change, table) != null -> hanging(change, table);
            default -> operation.column() == null ? null : column(table, operation.column());
        };
    }

    /** A trigger or a policy that is not there, or there already. */
    private static @Nullable String hanging(TableOperation.ChangeTable change, TableFacts table) {
        ObjectName other = change.other();
        if (other == null || table.storage().isEmpty()) {
            return null;
        }
        PostgresStorage kept = table.storage().get();
        boolean policy = kept.policies().contains(other.name());
        boolean trigger = kept.triggers().contains(other.name());
        return switch (change.change()) {
            case DROP_POLICY, ALTER_POLICY ->
                policy || change.ifExists() ? null : table.name() + " has no policy " + other.name();
            case DROP_TRIGGER, ALTER_TRIGGER ->
                trigger || change.ifExists() ? null : table.name() + " has no trigger " + other.name();
            case CREATE_POLICY -> policy ? "the policy " + other.name() + " exists already" : null;
            default -> null;
        };
    }

    private @Nullable String dropColumn(TableOperation.DropColumn drop, TableFacts table) {
        if (table.column(drop.column()).isEmpty()) {
            return drop.ifExists() ? null : column(table, drop.column());
        }
        return drop.cascade() ? null : dependence.onColumn(table, drop.column());
    }

    private @Nullable String addColumn(TableOperation.AddColumn add, TableFacts table) {
        if (!add.ifNotExists() && table.column(add.column()).isPresent()) {
            return "the column " + add.column() + " of " + table.name() + " exists already";
        }
        boolean identity = add.definition().generated().equals("identity");
        if (identity && facts.major() <= 16 && table.kind() == TableFacts.Kind.PARTITIONED) {
            return "partitioned tables have no identity columns before version 17";
        }
        return add.definition().constraints().stream()
                .map(c -> c.references())
                .filter(parent -> parent != null && facts.absent(parent))
                .findFirst()
                .map(Failure::missing)
                .orElse(null);
    }

    private @Nullable String detach(TableOperation.DetachPartition detach, TableFacts table) {
        boolean rest =
                table.partitioning().flatMap(Partitioning::defaultPartition).isPresent();
        if (detach.concurrently() && facts.major() < 14) {
            return "DETACH CONCURRENTLY is not there before version 14";
        }
        return detach.concurrently() && rest
                ? "a partition cannot be detached concurrently while there is a default partition"
                : null;
    }

    private @Nullable String dropConstraint(TableOperation.DropConstraint drop, TableFacts table) {
        Optional<ConstraintFacts> constraint = table.constraint(drop.constraint());
        if (constraint.isEmpty()) {
            return drop.ifExists() ? null : constraint(table, drop.constraint());
        }
        boolean key = constraint.get().kind() == ConstraintKind.PRIMARY_KEY;
        Optional<ForeignKeyFacts> first = table.referencedBy().stream().findFirst();
        return key && !drop.cascade() && first.isPresent() && onlyKey(table)
                ? "the foreign key " + first.get().name() + " of " + first.get().from() + " needs it"
                : null;
    }

    /** Foreign keys may point to another unique key; only without one it is certain which they need. */
    private static boolean onlyKey(TableFacts table) {
        return table.indexes().stream().filter(IndexFacts::unique).count() == 1;
    }

    private @Nullable String addConstraint(TableOperation.AddConstraint add, TableFacts table) {
        String name = add.definition().name();
        if (name != null && table.constraint(name).isPresent()) {
            return "the constraint " + name + " of " + table.name() + " exists already";
        }
        ObjectName parent = add.definition().references();
        if (parent != null && facts.absent(parent)) {
            return missing(parent);
        }
        if (parent != null
                && add.definition().notValid()
                && facts.major() <= 17
                && table.kind() == TableFacts.Kind.PARTITIONED) {
            return "a foreign key of a partitioned table cannot be NOT VALID before version 18";
        }
        return add.definition().columns().stream()
                .map(c -> column(table, c))
                .filter(why -> why != null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String data(DataOperation operation) {
        ObjectName object = operation.object();
        if (object != null && facts.absent(object)) {
            return missing(object);
        }
        String refused = RefusedRows.at(operation, facts);
        if (refused != null) {
            return refused;
        }
        return operation instanceof DataOperation.Truncate truncate && !truncate.cascade() ? truncate(truncate) : null;
    }

    private @Nullable String created(OtherOperation.CreateObject create) {
        ObjectName name = create.object();
        boolean type = create.type().equals("type") || create.type().equals("domain");
        return type && name != null && taken(name) ? name + " exists already" : null;
    }

    private @Nullable String truncate(DataOperation.Truncate truncate) {
        ObjectName table = facts.qualified(truncate.object());
        return facts.table(table).map(TableFacts::referencedBy).orElse(List.of()).stream()
                .filter(key -> !key.from().equals(table) && !together(key.from()))
                .findFirst()
                .map(key -> "the foreign key " + key.name() + " of " + key.from() + " points to the table")
                .orElse(null);
    }

    private boolean together(ObjectName other) {
        return siblings.stream()
                .anyMatch(s -> s instanceof DataOperation.Truncate t
                        && facts.qualified(t.object()).equals(other));
    }

    boolean taken(ObjectName name) {
        ObjectName qualified = facts.qualified(name);
        return facts.tables().containsKey(qualified)
                || facts.indexes().containsKey(qualified)
                || (facts.other().containsKey(qualified)
                        && !OUTSIDE_RELATIONS.contains(facts.other().get(qualified)));
    }

    /** A view must not count: its columns are not known here. */
    static @Nullable String column(TableFacts table, String column) {
        return !table.columnsKnown() || table.column(column).isPresent()
                ? null
                : table.name() + " has no column " + column;
    }

    /** Constraints without a name in the text have one on the server that is not known here. */
    private static @Nullable String constraint(TableFacts table, String constraint) {
        boolean nameless =
                table.constraints().stream().map(ConstraintFacts::name).anyMatch(String::isEmpty);
        return nameless || !table.columnsKnown() || table.constraint(constraint).isPresent()
                ? null
                : table.name() + " has no constraint " + constraint;
    }

    static String missing(ObjectName name) {
        return name + " does not exist";
    }
}
