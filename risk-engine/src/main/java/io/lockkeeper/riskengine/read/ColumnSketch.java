package io.lockkeeper.riskengine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Column definitions and constraints in words. */
final class ColumnSketch {
    private boolean notNull;
    private boolean primary;
    private boolean hasDefault;
    private String generated = "";
    private final List<Constraint> constraints = new ArrayList<>();

    private ColumnSketch() {}

    static String column(JsonNode definition) {
        ColumnSketch sketch = new ColumnSketch();
        String name = definition.path("colname").asText();
        definition.path("constraints").forEach(item -> sketch.clause(item.path("Constraint"), name));
        return Trees.words(
                name,
                Trees.type(definition.path("typeName")),
                sketch.notNull || sketch.primary,
                sketch.hasDefault,
                sketch.generated,
                sketch.constraints.stream().map(Constraint::words).toList());
    }

    /** After a constraint of a column, its attributes are nodes of their own. */
    private void clause(JsonNode node, String column) {
        switch (node.path("contype").asText()) {
            case "CONSTR_NOTNULL" -> notNull = true;
            case "CONSTR_NULL" -> notNull = false;
            case "CONSTR_DEFAULT" ->
                hasDefault =
                        !node.path("raw_expr").path("A_Const").path("isnull").asBoolean();
            case "CONSTR_IDENTITY" -> generated = "identity";
            case "CONSTR_GENERATED" ->
                generated = node.path("generated_kind").asText().equals("s") ? "stored" : "virtual";
            case "CONSTR_ATTR_DEFERRABLE",
                    "CONSTR_ATTR_NOT_DEFERRABLE",
                    "CONSTR_ATTR_DEFERRED",
                    "CONSTR_ATTR_IMMEDIATE",
                    "CONSTR_ATTR_ENFORCED" -> {}
            case "CONSTR_ATTR_NOT_ENFORCED" -> constraints.getLast().notEnforced = true;
            default -> {
                Constraint constraint = new Constraint(node, column);
                primary |= constraint.kind == ConstraintKind.PRIMARY_KEY;
                constraints.add(constraint);
            }
        }
    }

    /** One constraint; of a column if there is one. */
    static final class Constraint {
        private final JsonNode node;
        private final @Nullable String column;
        private final ConstraintKind kind;
        private boolean notEnforced;

        Constraint(JsonNode node, @Nullable String column) {
            this.node = node;
            this.column = column;
            this.kind = TableSketch.kind(node.path("contype").asText());
            this.notEnforced = enforceable() && !node.path("is_enforced").asBoolean();
        }

        private boolean enforceable() {
            return kind == ConstraintKind.CHECK || kind == ConstraintKind.FOREIGN_KEY;
        }

        String words() {
            boolean references = kind == ConstraintKind.FOREIGN_KEY;
            return Trees.words(
                    kind,
                    node.has("conname") ? node.get("conname").asText() : null,
                    column == null ? Trees.strings(node.path(references ? "fk_attrs" : "keys")) : List.of(column),
                    references ? Trees.relation(node.path("pktable")) : null,
                    node.path("skip_validation").asBoolean() || notEnforced,
                    node.has("indexname") ? node.get("indexname").asText() : null,
                    !notEnforced);
        }
    }
}
