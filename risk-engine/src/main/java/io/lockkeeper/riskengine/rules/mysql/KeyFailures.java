package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.mysql.KeyLength;
import io.lockkeeper.riskengine.effect.mysql.TextLength;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.InnodbFacts;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Indexes and constraints that are not there, or there already, or over what they cannot be. */
final class KeyFailures {
    private KeyFailures() {}

    static @Nullable String of(Operation operation, Subject subject) {
        return switch (operation) {
            case CreateIndex create -> created(create, subject);
            case TableOperation.AddColumn add ->
                add.definition().has(ConstraintKind.PRIMARY_KEY)
                                && !subject.table().column(add.column()).isPresent()
                        ? secondPrimary(subject)
                        : null;
            case TableOperation.AddConstraint add ->
                add.definition().kind() == ConstraintKind.PRIMARY_KEY ? primary(add.definition(), subject) : null;
            case MysqlOperation.ChangeColumn change -> outgrown(change, subject);
            case MysqlOperation.DropKey drop ->
                drop.ifExists() || subject.index(drop.index()).isPresent() ? null : noIndex(drop.index(), subject);
            case MysqlOperation.RenameKey rename -> renamed(rename, subject);
            case MysqlOperation.ShowKey show ->
                subject.index(show.index()).isPresent() ? null : noIndex(show.index(), subject);
            case MysqlOperation.DropPrimaryKey ignored -> withoutPrimary(subject);
            case TableOperation.DropConstraint drop -> dropped(drop, subject);
            default -> null;
        };
    }

    private static @Nullable String created(CreateIndex create, Subject subject) {
        ObjectName name = create.name();
        String index = name == null ? "" : name.name();
        if (subject.index(index).isPresent()) {
            return create.ifNotExists()
                    ? null
                    : "the index " + index + " of " + subject.table().name() + " exists already";
        }
        String over = over(create.columns(), subject);
        String whole = over != null ? over : whole(create, subject);
        return whole != null ? whole : tooLong(create, subject);
    }

    private static @Nullable String over(List<String> columns, Subject subject) {
        if (new HashSet<>(columns).size() < columns.size()) {
            return "a column stands twice in the key";
        }
        return columns.stream()
                .filter(column -> !subject.has(column))
                .findFirst()
                .map(subject::noColumn)
                .orElse(null);
    }

    /** MySQL indexes the beginning of a long text only, and wants to be told how much of it. MariaDB chooses. */
    private static @Nullable String whole(CreateIndex create, Subject subject) {
        if (subject.mariadb() || !create.method().equals("btree")) {
            return null;
        }
        return create.keys().stream()
                .map(key -> subject.kept(key).orElse(null))
                .filter(Objects::nonNull)
                .filter(c -> c.type().endsWith("text")
                        || c.type().endsWith("blob")
                        || c.type().equals("json"))
                .findFirst()
                .map(c -> "an index over the " + c.type() + " " + c.name() + " needs a length")
                .orElse(null);
    }

    /** MySQL refuses what MariaDB indexes the beginning of. Part of a column is never too long, or its length says so. */
    private static @Nullable String tooLong(CreateIndex create, Subject subject) {
        String table = subject.table().innodb().map(InnodbFacts::collation).orElse("");
        boolean dynamic = subject.table()
                .innodb()
                .map(stored -> stored.engine().equals("innodb")
                        && !stored.rowFormat().equals("compact")
                        && !stored.rowFormat().equals("redundant"))
                .orElse(false);
        if (subject.mariadb() || !create.method().equals("btree") || !dynamic || !subject.strict()) {
            return null;
        }
        return create.keys().stream()
                .map(key -> subject.kept(key).orElse(null))
                .filter(Objects::nonNull)
                .filter(c -> TextLength.bytes(c, table) > KeyLength.LONGEST)
                .findFirst()
                .map(c -> "the index would be longer than " + KeyLength.LONGEST + " bytes over " + c.name())
                .orElse(null);
    }

    /** MariaDB makes a hash of a unique key that becomes too long, and indexes the beginning of another. */
    private static @Nullable String outgrown(MysqlOperation.ChangeColumn change, Subject subject) {
        String column = change.column();
        String type = change.definition().type();
        String collation = change.definition().collation();
        boolean alone =
                subject.siblings().stream().allMatch(o -> o == change || o instanceof MysqlOperation.DemandAlgorithm);
        if (!alone || !subject.strict()) {
            return null;
        }
        return subject.table().indexes().stream()
                .filter(i -> i.columns().contains(column) && (i.primary() || !subject.mariadb()))
                .filter(i -> KeyLength.exceeds(
                        i,
                        subject.table(),
                        c -> c.name().equals(column) ? c.typed(type).collated(collation) : c))
                .findFirst()
                .map(i -> "the key " + i.name().name() + " would be longer than the server can sort by")
                .orElse(null);
    }

    private static @Nullable String primary(ConstraintDefinition key, Subject subject) {
        String second = secondPrimary(subject);
        return second != null ? second : over(key.columns(), subject);
    }

    private static @Nullable String secondPrimary(Subject subject) {
        boolean there = subject.table().indexes().stream().anyMatch(IndexFacts::primary);
        boolean dropped = subject.also(o -> o instanceof MysqlOperation.DropPrimaryKey);
        return there && !dropped ? subject.table().name() + " has a primary key already" : null;
    }

    /** An AUTO_INCREMENT column must begin a key. */
    private static @Nullable String withoutPrimary(Subject subject) {
        List<IndexFacts> indexes = subject.table().indexes();
        if (indexes.stream().noneMatch(IndexFacts::primary)) {
            return "there is no primary key of " + subject.table().name();
        }
        return subject.table().columns().stream()
                .filter(c -> c.generated().equals("identity")
                        && subject.kept(c.name()).isPresent())
                .filter(c ->
                        indexes.stream().noneMatch(i -> !i.primary() && Subject.begins(i.columns(), List.of(c.name()))))
                .filter(c -> !subject.adds(List.of(c.name())))
                .findFirst()
                .map(c -> "the AUTO_INCREMENT column " + c.name() + " must stay a key")
                .orElse(null);
    }

    private static @Nullable String renamed(MysqlOperation.RenameKey rename, Subject subject) {
        if (subject.index(rename.index()).isEmpty()) {
            return noIndex(rename.index(), subject);
        }
        boolean taken = !rename.index().equalsIgnoreCase(rename.to())
                && subject.index(rename.to()).isPresent()
                && !subject.also(o -> o instanceof MysqlOperation.RenameKey other
                        && other.index().equalsIgnoreCase(rename.to()))
                && !subject.also(o -> o instanceof MysqlOperation.DropKey other
                        && other.index().equalsIgnoreCase(rename.to()));
        return taken ? "the index " + rename.to() + " of " + subject.table().name() + " exists already" : null;
    }

    /** MySQL drops a unique key as a constraint, too. */
    private static @Nullable String dropped(TableOperation.DropConstraint drop, Subject subject) {
        boolean there =
                subject.table().constraints().stream().anyMatch(c -> c.name().equalsIgnoreCase(drop.constraint()));
        return drop.ifExists() || there || subject.index(drop.constraint()).isPresent()
                ? null
                : "there is no constraint " + drop.constraint() + " of "
                        + subject.table().name();
    }

    private static String noIndex(String index, Subject subject) {
        return "there is no index " + index + " of " + subject.table().name();
    }
}
