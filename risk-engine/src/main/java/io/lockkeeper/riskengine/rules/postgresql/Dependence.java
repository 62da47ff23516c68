package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.ColumnUse;
import io.lockkeeper.riskengine.facts.DependentFacts;
import io.lockkeeper.riskengine.facts.ForeignKeyFacts;
import io.lockkeeper.riskengine.facts.PostgresStorage;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Lexer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What depends on a column, a table, a type or a schema, so that the server refuses to change or to drop it. */
final class Dependence {
    private final TargetFacts facts;

    Dependence(TargetFacts facts) {
        this.facts = facts;
    }

    /** Views, materialised views, rules, generated columns, policies, triggers, functions, publications, row types. */
    @Nullable
    String onTypeOf(TableFacts table, String column) {
        return view(table.dependentsOn(column))
                .or(() -> generated(table, column))
                .or(() -> use(table, column))
                .or(() -> rowType(table))
                .orElse(null);
    }

    /** Before version 15 the generated column went along without a word. */
    @Nullable
    String onColumn(TableFacts table, String column) {
        return view(table.dependentsOn(column))
                .or(() -> facts.major() < 15 ? Optional.empty() : generated(table, column))
                .or(() -> use(table, column))
                .orElse(null);
    }

    private static Optional<String> view(List<DependentFacts> dependents) {
        return dependents.stream().findFirst().map(d -> "the view " + d.name() + " depends on it");
    }

    private static Optional<String> use(TableFacts table, String column) {
        List<ColumnUse> uses = table.storage().map(PostgresStorage::uses).orElse(List.of());
        return uses.stream()
                .filter(use -> use.columns().contains(column))
                .findFirst()
                .map(use -> "the " + use.kind() + " " + use.name() + " names the column " + column);
    }

    private static Optional<String> generated(TableFacts table, String column) {
        return table.columns().stream()
                .filter(c -> c.generated().equals("stored") || c.generated().equals("virtual"))
                .filter(c -> !c.name().equals(column) && mentions(c.defaultExpression(), column))
                .findFirst()
                .map(c -> "the generated column " + c.name() + " is computed from it");
    }

    private static boolean mentions(@Nullable String expression, String column) {
        if (expression == null) {
            return false;
        }
        try {
            return Lexer.tokens(expression).stream()
                    .anyMatch(t -> t.text().equals(column) || t.text().equals('"' + column + '"'));
        } catch (PlanRefused e) {
            return false;
        }
    }

    private Optional<String> rowType(TableFacts table) {
        return ofType(table.name()).map(user -> "a column of " + user + " has the table's row type");
    }

    private Optional<ObjectName> ofType(ObjectName type) {
        return facts.tables().values().stream()
                .filter(t -> t.columns().stream().anyMatch(c -> facts.isOf(c.type(), type)))
                .map(TableFacts::name)
                .findFirst();
    }

    /** Foreign keys and views of a table that is dropped. */
    @Nullable
    String onTable(TableOperation.DropTable drop) {
        Optional<TableFacts> table = facts.table(drop.table());
        if (drop.cascade() || table.isEmpty()) {
            return null;
        }
        Optional<ForeignKeyFacts> key = table.get().referencedBy().stream()
                .filter(k -> !k.from().equals(facts.qualified(drop.table())))
                .filter(k -> facts.table(k.from())
                        .flatMap(t -> t.constraint(k.name()))
                        .isPresent())
                .findFirst();
        return key.isPresent()
                ? "the foreign key " + key.get().name() + " of " + key.get().from() + " points to the table"
                : view(table.get().dependents()).orElse(null);
    }

    @Nullable
    String onDropped(OtherOperation.DropObject drop) {
        ObjectName name = drop.object();
        if (name == null || drop.cascade()) {
            return null;
        }
        return switch (drop.type()) {
            case "type", "domain" ->
                Stream.concat(ofType(name).stream(), typed(name).stream())
                        .findFirst()
                        .map(t -> "columns of " + t + " are of the type")
                        .orElse(null);
            case "schema" -> inSchema(name.name());
            default -> null;
        };
    }

    private @Nullable String inSchema(String schema) {
        return Stream.of(
                        facts.tables().keySet(),
                        facts.indexes().keySet(),
                        facts.other().keySet())
                .flatMap(names -> names.stream())
                .filter(name -> schema.equals(name.schema()))
                .findFirst()
                .map(name -> name + " is in the schema")
                .orElse(null);
    }

    private Optional<ObjectName> typed(ObjectName type) {
        return facts.tables().values().stream()
                .filter(table -> table.ofType(facts.qualified(type)))
                .map(TableFacts::name)
                .findFirst();
    }

    /** A composite type's attributes: no table was created OF it without CASCADE, and a retyped one is in no column. */
    @Nullable
    String onAttributes(OtherOperation.AlterObject alter) {
        ObjectName type = alter.object();
        if (type == null || !alter.action().contains("attribute")) {
            return null;
        }
        Optional<ObjectName> column = alter.action().startsWith("retype") ? ofType(type) : Optional.empty();
        Optional<ObjectName> table = alter.action().endsWith("-cascade") ? Optional.empty() : typed(type);
        return column.map(t -> "a column of " + t + " is of the type, and its rows are not converted")
                .or(() -> table.map(t -> t + " was created of the type, and there is no CASCADE"))
                .orElse(null);
    }
}
