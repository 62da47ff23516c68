package io.lockkeeper.riskengine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.TableChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CREATE TABLE and ALTER TABLE in words. */
final class TableSketch {
    private TableSketch() {}

    static boolean temporary(JsonNode range) {
        return range.path("relpersistence").asText().equals("t");
    }

    static String create(JsonNode tree) {
        JsonNode relation = tree.path("relation");
        boolean partition = tree.has("partbound");
        List<ObjectName> parents = new ArrayList<>();
        tree.path("inhRelations").forEach(parent -> parents.add(Trees.relation(parent.path("RangeVar"))));
        List<ObjectName> sources = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<String> constraints = new ArrayList<>();
        for (JsonNode element : tree.path("tableElts")) {
            if (element.has("ColumnDef")) {
                columns.add(ColumnSketch.column(element.get("ColumnDef")));
            } else if (element.has("Constraint")) {
                constraints.add(new ColumnSketch.Constraint(element.get("Constraint"), null).words());
            } else {
                sources.add(Trees.relation(element.path("TableLikeClause").path("relation")));
            }
        }
        if (tree.has("ofTypename")) {
            return Trees.words(
                    "create-table-as",
                    Trees.relation(relation),
                    tree.path("if_not_exists").asBoolean(),
                    temporary(relation));
        }
        boolean odd = partition && (!columns.isEmpty() || !constraints.isEmpty());
        if (odd) {
            throw Agreement.disagreeing();
        }
        return Trees.words(
                "create-table",
                Trees.relation(relation),
                tree.path("if_not_exists").asBoolean(),
                temporary(relation),
                partition ? parents.getFirst() : null,
                partition ? List.of() : parents,
                sources,
                columns,
                constraints);
    }

    static List<String> alter(JsonNode tree) {
        ObjectName object = Trees.relation(tree.path("relation"));
        String type = Trees.object(tree.path("objtype"));
        List<String> words = new ArrayList<>();
        for (JsonNode command : tree.path("cmds")) {
            JsonNode action = command.path("AlterTableCmd");
            words.add(
                    switch (type) {
                        case "table" -> action(object, action);
                        case "index" -> index(object, action);
                        default -> Trees.words("alter-" + type, object, "change");
                    });
        }
        boolean several = !type.equals("table") && words.size() > 1;
        return several ? words.subList(0, 1) : words;
    }

    private static String index(ObjectName index, JsonNode action) {
        return switch (action.path("subtype").asText()) {
            case "AT_SetRelOptions", "AT_ResetRelOptions", "AT_SetStatistics", "AT_AttachPartition" ->
                Trees.words("alter-index", index, null);
            case "AT_SetTableSpace" ->
                Trees.words("alter-index", index, action.path("name").asText());
            default -> throw Agreement.disagreeing();
        };
    }

    private static String action(ObjectName table, JsonNode action) {
        String subtype = action.path("subtype").asText();
        String name = action.has("name") ? action.get("name").asText() : null;
        boolean missing = action.path("missing_ok").asBoolean();
        JsonNode definition = action.path("def");
        return switch (subtype) {
            case "AT_AddColumn" ->
                Trees.words("add-column", table, missing, ColumnSketch.column(definition.path("ColumnDef")));
            case "AT_DropColumn" -> Trees.words("drop-column", table, name, missing, Trees.cascade(action));
            case "AT_AlterColumnType" -> type(table, name, definition.path("ColumnDef"));
            case "AT_SetNotNull" -> Trees.words("set-not-null", table, name);
            case "AT_DropNotNull" -> Trees.words("drop-not-null", table, name);
            case "AT_ColumnDefault" ->
                Trees.words(definition.isMissingNode() ? "drop-default" : "set-default", table, name);
            case "AT_AddConstraint" ->
                Trees.words(
                        "add-constraint",
                        table,
                        new ColumnSketch.Constraint(definition.path("Constraint"), null).words());
            case "AT_ValidateConstraint" -> Trees.words("validate-constraint", table, name);
            case "AT_DropConstraint" -> Trees.words("drop-constraint", table, name, missing, Trees.cascade(action));
            case "AT_AttachPartition" -> Trees.words("attach-partition", table, partition(definition));
            case "AT_DetachPartition" ->
                Trees.words(
                        "detach-partition",
                        table,
                        partition(definition),
                        definition.path("PartitionCmd").path("concurrent").asBoolean());
            case "AT_DetachPartitionFinalize" -> Trees.words("detach-partition", table, partition(definition), true);
            case "AT_SetTableSpace", "AT_SetAccessMethod" ->
                CatalogSketch.named(table, change(subtype), name == null ? "default" : name);
            case "AT_EnableRowSecurity" -> CatalogSketch.named(table, change(subtype), "enable");
            case "AT_DisableRowSecurity" -> CatalogSketch.named(table, change(subtype), "disable");
            case "AT_ForceRowSecurity" -> CatalogSketch.named(table, change(subtype), "force");
            case "AT_NoForceRowSecurity" -> CatalogSketch.named(table, change(subtype), "no-force");
            case "AT_ReplicaIdentity" -> CatalogSketch.named(table, change(subtype), identity(definition));
            default -> change(table, subtype, name);
        };
    }

    private static String identity(JsonNode definition) {
        return switch (definition
                .path("ReplicaIdentityStmt")
                .path("identity_type")
                .asText()) {
            case "d" -> "default";
            case "f" -> "full";
            case "n" -> "nothing";
            default -> "using";
        };
    }

    private static ObjectName partition(JsonNode definition) {
        return Trees.relation(definition.path("PartitionCmd").path("name"));
    }

    private static String type(ObjectName table, @Nullable String column, JsonNode definition) {
        JsonNode collation = definition.path("collClause").path("collname");
        return Trees.words(
                "alter-column-type",
                table,
                column,
                Trees.type(definition.path("typeName")),
                collation.isMissingNode() ? null : String.join(".", Trees.strings(collation)),
                definition.has("raw_default"));
    }

    private static String change(ObjectName table, String subtype, @Nullable String name) {
        TableChange change = change(subtype);
        return OperationSketch.change(table, ofColumn(change) ? name : null, change);
    }

    private static boolean ofColumn(TableChange change) {
        return switch (change) {
            case SET_STATISTICS,
                    SET_COLUMN_OPTIONS,
                    SET_STORAGE,
                    SET_COMPRESSION,
                    SET_EXPRESSION,
                    DROP_EXPRESSION,
                    ADD_IDENTITY,
                    SET_IDENTITY,
                    DROP_IDENTITY -> true;
            default -> false;
        };
    }

    private static TableChange change(String subtype) {
        return switch (subtype) {
            case "AT_SetStatistics" -> TableChange.SET_STATISTICS;
            case "AT_SetOptions", "AT_ResetOptions" -> TableChange.SET_COLUMN_OPTIONS;
            case "AT_SetStorage" -> TableChange.SET_STORAGE;
            case "AT_SetCompression" -> TableChange.SET_COMPRESSION;
            case "AT_SetExpression" -> TableChange.SET_EXPRESSION;
            case "AT_DropExpression" -> TableChange.DROP_EXPRESSION;
            case "AT_AddIdentity" -> TableChange.ADD_IDENTITY;
            case "AT_SetIdentity" -> TableChange.SET_IDENTITY;
            case "AT_DropIdentity" -> TableChange.DROP_IDENTITY;
            case "AT_SetRelOptions", "AT_ResetRelOptions" -> TableChange.SET_PARAMETERS;
            case "AT_ChangeOwner" -> TableChange.SET_OWNER;
            case "AT_ReplicaIdentity" -> TableChange.SET_REPLICA_IDENTITY;
            case "AT_EnableRowSecurity", "AT_DisableRowSecurity", "AT_ForceRowSecurity", "AT_NoForceRowSecurity" ->
                TableChange.SET_ROW_SECURITY;
            case "AT_EnableTrig",
                    "AT_EnableAlwaysTrig",
                    "AT_EnableReplicaTrig",
                    "AT_EnableTrigAll",
                    "AT_EnableTrigUser" -> TableChange.ENABLE_TRIGGER;
            case "AT_DisableTrig", "AT_DisableTrigAll", "AT_DisableTrigUser" -> TableChange.DISABLE_TRIGGER;
            case "AT_ClusterOn", "AT_DropCluster" -> TableChange.CLUSTER_ON;
            case "AT_SetLogged" -> TableChange.SET_LOGGED;
            case "AT_SetUnLogged" -> TableChange.SET_UNLOGGED;
            case "AT_SetTableSpace" -> TableChange.SET_TABLESPACE;
            case "AT_SetAccessMethod" -> TableChange.SET_ACCESS_METHOD;
            case "AT_DropOids" -> TableChange.DROP_OIDS;
            case "AT_EnableRule", "AT_EnableAlwaysRule", "AT_EnableReplicaRule" -> TableChange.CREATE_RULE;
            case "AT_DisableRule" -> TableChange.DROP_RULE;
            case "AT_AddInherit" -> TableChange.INHERIT;
            case "AT_DropInherit" -> TableChange.NO_INHERIT;
            case "AT_AlterConstraint" -> TableChange.ALTER_CONSTRAINT;
            default -> throw Agreement.disagreeing();
        };
    }

    static ConstraintKind kind(String type) {
        return switch (type) {
            case "CONSTR_CHECK" -> ConstraintKind.CHECK;
            case "CONSTR_FOREIGN" -> ConstraintKind.FOREIGN_KEY;
            case "CONSTR_UNIQUE" -> ConstraintKind.UNIQUE;
            case "CONSTR_PRIMARY" -> ConstraintKind.PRIMARY_KEY;
            case "CONSTR_EXCLUSION" -> ConstraintKind.EXCLUDE;
            case "CONSTR_NOTNULL" -> ConstraintKind.NOT_NULL;
            default -> throw Agreement.disagreeing();
        };
    }
}
