package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value that nobody can use before it is committed. */
public final class EnumValueUsedInSameTransaction implements Rule {
    private static final Card CARD = new Card(
            "enum-value-used-in-same-transaction",
            "A statement that writes down a value which ALTER TYPE … ADD VALUE added earlier in the same transaction: in rows, and in a default, a CHECK, a partition's bound, an index, a view, a policy or a trigger.",
            "The server refuses to use a new value of an enum before the transaction that added it is committed; from version 17 on, unless that transaction created the enum too.",
            "Two transactions: set options.transaction to \"each\", or use two changesets.",
            List.of(
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; UPDATE items SET state = 'lost' WHERE id = 1"),
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; ALTER TABLE items ALTER COLUMN state SET DEFAULT 'lost'"),
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; ALTER TABLE orders ADD COLUMN state order_state DEFAULT 'lost'"),
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; ALTER TABLE items ADD CHECK (state <> 'lost') NOT VALID"),
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; CREATE INDEX ON items (id) WHERE state = 'lost'"),
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; CREATE VIEW lost AS SELECT id FROM items WHERE state = 'lost'"),
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; CREATE TABLE lost (state order_state DEFAULT 'lost')"),
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; CREATE POLICY lost ON items USING (state = 'lost')")),
            List.of(
                    Example.together(
                                    "CREATE TYPE mood AS ENUM ('ok'); ALTER TYPE mood ADD VALUE 'sad'; CREATE TABLE moods (m mood DEFAULT 'sad')")
                            .since(17),
                    Example.together("CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE moods (m mood DEFAULT 'ok')"),
                    Example.together("ALTER TYPE order_state ADD VALUE 'lost'; COMMENT ON TABLE items IS 'lost'"),
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; ALTER TABLE items ALTER COLUMN label SET DEFAULT 'lost'"),
                    Example.of("ALTER TYPE order_state ADD VALUE 'lost'; UPDATE items SET state = 'lost' WHERE id = 1"),
                    Example.together(
                            "ALTER TYPE order_state ADD VALUE 'lost'; UPDATE orders SET note = 'lost' WHERE id = 1")));

    private static final Set<TableChange> EVALUATED = Set.of(
            TableChange.CREATE_POLICY, TableChange.ALTER_POLICY, TableChange.CREATE_TRIGGER, TableChange.CREATE_RULE);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        Map<String, String> values = situation.held().enumValues();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Lexer.tokens(situation.statement().sql()).stream()
                    .filter(token -> token.kind() == Token.Kind.STRING)
                    .map(token -> token.text().replace("'", ""))
                    .filter(value -> values.containsKey(value) && has(operation, values.get(value), situation))
                    .findFirst()
                    .map(value -> situation.finding(
                            CARD,
                            Risk.HIGH,
                            "Will fail if '" + value + "' is the enum value that this transaction added:"
                                    + " it cannot be used before the commit."));
        } catch (PlanRefused e) {
            return Optional.empty();
        }
    }

    /** The value is one of the enum here: the column that it is for is of the enum, or that is not known. */
    private static boolean has(Operation operation, @Nullable String enumType, Situation situation) {
        ObjectName type = ObjectName.parse(enumType == null ? "" : enumType);
        TargetFacts facts = situation.facts();
        return switch (operation) {
            case DataOperation data -> data.object() == null || of(data.object(), type, facts);
            case TableOperation.SetDefault set ->
                facts.table(set.table())
                        .flatMap(table -> table.column(set.column()))
                        .map(column -> facts.isOf(column.type(), type))
                        .orElse(true);
            case TableOperation.AddColumn add -> facts.isOf(add.definition().type(), type);
            case TableOperation.AddConstraint add ->
                add.definition().kind() == ConstraintKind.CHECK && of(add.table(), type, facts);
            case TableOperation.AttachPartition attach -> of(attach.table(), type, facts);
            case TableOperation.CreateTable create -> created(create, type, facts);
            case TableOperation.ChangeTable change ->
                EVALUATED.contains(change.change()) && of(change.table(), type, facts);
            case IndexOperation.CreateIndex create -> create.computed() && of(create.table(), type, facts);
            case OtherOperation.CreateView view -> view.sources().stream().anyMatch(s -> of(s, type, facts));
            case OtherOperation.CreateMaterializedView view ->
                view.sources().stream().anyMatch(s -> of(s, type, facts));
            default -> false;
        };
    }

    private static boolean created(TableOperation.CreateTable create, ObjectName type, TargetFacts facts) {
        ObjectName parent = create.partitionOf();
        return create.columns().stream().anyMatch(column -> facts.isOf(column.type(), type))
                || (parent != null && of(parent, type, facts))
                || (create.filled() && create.sources().stream().anyMatch(s -> of(s, type, facts)));
    }

    /** The table has a column of the enum, or its columns are not known. */
    private static boolean of(ObjectName table, ObjectName type, TargetFacts facts) {
        return facts.table(table)
                .filter(TableFacts::columnsKnown)
                .map(known -> known.columns().stream().anyMatch(column -> facts.isOf(column.type(), type)))
                .orElse(true);
    }
}
