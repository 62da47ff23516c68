package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The names a server invents. PostgreSQL: {@code ChooseRelationName} and {@code ChooseConstraintName} of its sources.
 * MySQL and MariaDB: "Defining constraints" and "CREATE INDEX" of their manuals.
 */
final class DefaultNames {
    /** PostgreSQL's NAMEDATALEN without the closing zero. */
    private static final int LONGEST = 63;

    private final TargetFacts facts;
    private final TableFacts table;

    DefaultNames(TargetFacts facts, TableFacts table) {
        this.facts = facts;
        this.table = table;
    }

    String constraint(ConstraintDefinition definition) {
        String given = definition.name();
        if (given != null) {
            return facts.dialect() != Dialect.POSTGRESQL && definition.kind() == ConstraintKind.PRIMARY_KEY
                    ? "PRIMARY"
                    : given;
        }
        return facts.dialect() == Dialect.POSTGRESQL ? postgresql(definition) : mysql(definition);
    }

    /** @param keys of the index, as {@code CreateIndex} names them */
    ObjectName index(@Nullable ObjectName given, List<String> columns, List<String> keys) {
        String schema = table.name().schema();
        if (given != null) {
            return new ObjectName(schema, given.name());
        }
        if (facts.dialect() == Dialect.POSTGRESQL) {
            return new ObjectName(schema, free(String.join("_", keys), "idx", this::relation));
        }
        return new ObjectName(schema, mysqlIndex(columns));
    }

    private String postgresql(ConstraintDefinition definition) {
        String columns = String.join("_", definition.columns());
        return switch (definition.kind()) {
            case PRIMARY_KEY -> free("", "pkey", this::relation);
            case UNIQUE -> free(columns, "key", this::relation);
            case EXCLUDE -> free(columns, "excl", this::relation);
            case FOREIGN_KEY -> free(columns, "fkey", this::constrained);
            case CHECK -> free(onlyColumn(definition), "check", this::constrained);
            case NOT_NULL -> free(columns, "not_null", this::constrained);
        };
    }

    /** The column's name is in it when the condition looks at one column alone. */
    private String onlyColumn(ConstraintDefinition definition) {
        String expression = definition.expression();
        if (expression == null) {
            return String.join("_", definition.columns());
        }
        try {
            List<String> used = Lexer.tokens(expression, facts.dialect()).stream()
                    .map(DefaultNames::folded)
                    .filter(word -> table.column(word).isPresent())
                    .distinct()
                    .toList();
            return used.size() == 1 ? used.getFirst() : "";
        } catch (PlanRefused e) {
            return "";
        }
    }

    private static String folded(Token token) {
        return switch (token.kind()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case QUOTED_NAME -> token.text().substring(1, token.text().length() - 1);
            default -> "";
        };
    }

    private String free(String middle, String label, Predicate<String> taken) {
        for (int pass = 0; ; pass++) {
            String name = joined(table.name().name(), middle, pass == 0 ? label : label + pass);
            if (!taken.test(name)) {
                return name;
            }
        }
    }

    /** {@code makeObjectName}: the longer part gives way first. */
    private static String joined(String first, String second, String label) {
        int room = LONGEST - label.length() - 1 - (second.isEmpty() ? 0 : 1);
        int left = first.length();
        int right = second.length();
        while (left + right > room) {
            if (left > right) {
                left--;
            } else {
                right--;
            }
        }
        return first.substring(0, left) + (second.isEmpty() ? "" : "_" + second.substring(0, right)) + "_" + label;
    }

    private boolean relation(String name) {
        ObjectName qualified = new ObjectName(table.name().schema(), name);
        return facts.tables().containsKey(qualified)
                || facts.indexes().containsKey(qualified)
                || facts.other().containsKey(qualified)
                || table.indexes().stream().anyMatch(i -> i.name().equals(qualified));
    }

    private boolean constrained(String name) {
        return table.constraint(name).isPresent()
                || facts.tables().values().stream()
                        .filter(other -> String.valueOf(other.name().schema())
                                .equals(String.valueOf(table.name().schema())))
                        .anyMatch(other -> other.constraint(name).isPresent());
    }

    private String mysql(ConstraintDefinition definition) {
        return switch (definition.kind()) {
            case PRIMARY_KEY -> "PRIMARY";
            case UNIQUE -> mysqlIndex(definition.columns());
            case FOREIGN_KEY -> numbered(table.name().name() + "_ibfk_");
            case CHECK ->
                facts.dialect() == Dialect.MARIADB
                        ? mariadbCheck(definition)
                        : numbered(table.name().name() + "_chk_");
            case EXCLUDE, NOT_NULL -> "";
        };
    }

    private String mariadbCheck(ConstraintDefinition definition) {
        return definition.columns().size() == 1 ? definition.columns().getFirst() : numbered("CONSTRAINT_");
    }

    private String numbered(String prefix) {
        int number = 1;
        while (table.constraint(prefix + number).isPresent()) {
            number++;
        }
        return prefix + number;
    }

    private String mysqlIndex(List<String> columns) {
        String first = columns.isEmpty() ? "functional_index" : columns.getFirst();
        String name = first;
        for (int number = 2; has(name); number++) {
            name = first + "_" + number;
        }
        return name;
    }

    private boolean has(String index) {
        return table.indexes().stream().anyMatch(i -> i.name().name().equalsIgnoreCase(index));
    }
}
