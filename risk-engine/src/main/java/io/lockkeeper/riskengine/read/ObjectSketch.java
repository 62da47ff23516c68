package io.lockkeeper.riskengine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.TableChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views, types, functions and other things without rows, in words; also names, comments and privileges of anything. */
final class ObjectSketch {
    private ObjectSketch() {}

    static List<String> of(String node, JsonNode tree) {
        return switch (node) {
            case "DropStmt" -> drop(tree);
            case "DropRoleStmt" -> dropRoles(tree);
            case "DropOwnedStmt" ->
                owners(tree).stream()
                        .map(role -> Trees.words("drop-owned", role, false, Trees.cascade(tree)))
                        .toList();
            case "ReassignOwnedStmt" ->
                owners(tree).stream().map(role -> changed("owned", role)).toList();
            case "DropdbStmt" ->
                List.of(Trees.words(
                        "drop-database",
                        text(tree, "dbname"),
                        tree.path("missing_ok").asBoolean(),
                        false));
            case "RenameStmt" -> List.of(rename(tree));
            case "CommentStmt" -> List.of(comment(tree));
            case "NotifyStmt" -> List.of("notify");
            case "ListenStmt" -> List.of("listen");
            case "UnlistenStmt" -> List.of("unlisten");
            case "CheckPointStmt" -> List.of("checkpoint");
            case "DiscardStmt" -> List.of("discard");
            case "ExplainStmt" -> List.of("explain");
            case "ConstraintsSetStmt" -> List.of("set-constraints");
            case "GrantStmt", "GrantRoleStmt" -> List.of(privileges(tree));
            case "AlterDefaultPrivilegesStmt" -> List.of(privileges(tree.path("action")));
            default ->
                CatalogSketch.of(node, tree)
                        .orElseGet(() -> List.of(node.startsWith("Alter") ? alter(node, tree) : create(node, tree)));
        };
    }

    private static String privileges(JsonNode tree) {
        return Trees.words("privileges", !tree.path("is_grant").asBoolean());
    }

    private static List<String> drop(JsonNode tree) {
        String type = Trees.object(tree.path("removeType"));
        boolean ifExists = tree.path("missing_ok").asBoolean();
        boolean cascade = Trees.cascade(tree);
        List<String> words = new ArrayList<>();
        for (JsonNode object : tree.path("objects")) {
            if (CatalogSketch.nameless(type)) {
                words.add(Trees.words("drop-" + type, null, ifExists, cascade));
                continue;
            }
            List<String> parts = Trees.parts(object);
            words.add(
                    switch (type) {
                        case "trigger" -> ofTable(parts, TableChange.DROP_TRIGGER);
                        case "policy" -> ofTable(parts, TableChange.DROP_POLICY);
                        case "rule" -> ofTable(parts, TableChange.DROP_RULE);
                        case "index" ->
                            Trees.words(
                                    "drop-index",
                                    Trees.name(parts),
                                    tree.path("concurrent").asBoolean(),
                                    ifExists,
                                    cascade);
                        default -> Trees.words("drop-" + type, Trees.name(parts), ifExists, cascade);
                    });
        }
        return words;
    }

    /** Its last part names the thing, those before it the table. */
    private static String ofTable(List<String> parts, TableChange change) {
        return CatalogSketch.named(Trees.name(parts.subList(0, parts.size() - 1)), change, parts.getLast());
    }

    private static List<String> dropRoles(JsonNode tree) {
        List<String> words = new ArrayList<>();
        for (JsonNode role : tree.path("roles")) {
            ObjectName name = role(role.path("RoleSpec"));
            words.add(Trees.words("drop-role", name, tree.path("missing_ok").asBoolean(), false));
        }
        return words;
    }

    private static List<ObjectName> owners(JsonNode tree) {
        List<ObjectName> roles = new ArrayList<>();
        tree.path("roles").forEach(role -> roles.add(role(role.path("RoleSpec"))));
        return roles;
    }

    private static ObjectName role(JsonNode role) {
        if (!role.has("rolename")) {
            throw Agreement.disagreeing();
        }
        return new ObjectName(null, role.get("rolename").asText());
    }

    private static String rename(JsonNode tree) {
        String type = Trees.object(tree.path("renameType"));
        String to = tree.path("newname").asText();
        String sub = tree.path("subname").asText();
        boolean table = Trees.object(tree.path("relationType")).equals("table");
        return switch (type) {
            case "table" -> Trees.words("rename-table", named(tree), to);
            case "index" -> Trees.words("rename-index", named(tree), to);
            case "tabconstraint" -> Trees.words("rename-constraint", named(tree), sub, to);
            case "policy" -> CatalogSketch.named(Trees.relation(tree.path("relation")), TableChange.ALTER_POLICY, sub);
            case "trigger" ->
                CatalogSketch.named(Trees.relation(tree.path("relation")), TableChange.ALTER_TRIGGER, sub);
            case "rule" -> throw Agreement.disagreeing();
            case "column" ->
                table
                        ? Trees.words("rename-column", named(tree), sub, to)
                        : Trees.words("alter-" + Trees.object(tree.path("relationType")), named(tree), "rename");
            case "type" -> Trees.words("alter-type", named(tree), "change");
            case "domain" ->
                Trees.words(
                        "alter-domain",
                        named(tree),
                        tree.path("renameType").asText().equals("OBJECT_DOMCONSTRAINT") ? "change" : "rename");
            default ->
                CatalogSketch.nameless(type)
                        ? changed(type, null)
                        : Trees.words("alter-" + type, named(tree), "rename");
        };
    }

    /** What RENAME, OWNER TO and SET SCHEMA are about. */
    private static ObjectName named(JsonNode tree) {
        if (tree.has("relation")) {
            return Trees.relation(tree.get("relation"));
        }
        return tree.has("object")
                ? Trees.name(Trees.parts(tree.get("object")))
                : new ObjectName(null, tree.path("subname").asText());
    }

    private static String comment(JsonNode tree) {
        List<String> parts = Trees.parts(tree.path("object"));
        return switch (Trees.object(tree.path("objtype"))) {
            case "table", "view", "materialized-view" ->
                OperationSketch.change(Trees.name(parts), null, TableChange.COMMENT);
            case "column" ->
                Trees.words(TableChange.COMMENT.id(), Trees.name(parts.subList(0, parts.size() - 1)), parts.getLast());
            default -> Trees.words("alter-comment", null, "comment");
        };
    }

    private static String alter(String node, JsonNode tree) {
        return switch (node) {
            case "AlterObjectSchemaStmt" -> schema(tree);
            case "AlterOwnerStmt", "AlterObjectDependsStmt" ->
                tree.path("objectType").asText().equals("OBJECT_TRIGGER")
                        ? CatalogSketch.named(
                                Trees.relation(tree.path("relation")),
                                TableChange.ALTER_TRIGGER,
                                Trees.parts(tree.path("object")).getLast())
                        : owned(tree);
            case "AlterEnumStmt" ->
                Trees.words(
                        "alter-type",
                        Trees.name(Trees.strings(tree.path("typeName"))),
                        tree.has("oldVal") ? "rename-value" : "add-value");
            case "AlterSystemStmt" -> Trees.words("alter-system", null, "set");
            case "AlterTypeStmt" -> changed("type", listed(tree, "typeName"));
            case "AlterDomainStmt" -> changed("domain", listed(tree, "typeName"));
            case "AlterSeqStmt" -> changed("sequence", Trees.relation(tree.path("sequence")));
            case "AlterFunctionStmt" ->
                changed(Trees.object(tree.path("objtype")), listed(tree.path("func"), "objname"));
            case "AlterExtensionStmt", "AlterExtensionContentsStmt" -> changed("extension", text(tree, "extname"));
            case "AlterPolicyStmt" ->
                CatalogSketch.named(
                        Trees.relation(tree.path("table")),
                        TableChange.ALTER_POLICY,
                        tree.path("policy_name").asText());
            case "AlterCollationStmt" -> changed("collation", listed(tree, "collname"));
            case "AlterStatsStmt" -> changed("statistics", listed(tree, "defnames"));
            case "AlterForeignServerStmt" -> changed("server", text(tree, "servername"));
            case "AlterFdwStmt" -> changed("foreign-data-wrapper", text(tree, "fdwname"));
            case "AlterTSConfigurationStmt" -> changed("text-search", listed(tree, "cfgname"));
            case "AlterTSDictionaryStmt" -> changed("text-search", listed(tree, "dictname"));
            case "AlterRoleStmt", "AlterRoleSetStmt" -> changed("role", role(tree.path("role")));
            default -> throw Agreement.disagreeing();
        };
    }

    private static String schema(JsonNode tree) {
        String type = Trees.object(tree.path("objectType"));
        return type.equals("table")
                ? Trees.words("set-schema", named(tree), tree.path("newschema").asText())
                : owned(tree);
    }

    private static String owned(JsonNode tree) {
        String type = Trees.object(tree.path("objectType"));
        return changed(type, CatalogSketch.nameless(type) ? null : named(tree));
    }

    private static String changed(String type, @Nullable ObjectName name) {
        return Trees.words("alter-" + type, name, "change");
    }

    private static ObjectName listed(JsonNode tree, String field) {
        return Trees.name(Trees.strings(tree.path(field)));
    }

    private static ObjectName text(JsonNode tree, String field) {
        return new ObjectName(null, tree.path(field).asText());
    }

    private static String create(String node, JsonNode tree) {
        boolean replaces = tree.path("replace").asBoolean();
        return switch (node) {
            case "ViewStmt" -> Trees.words("create-view", Trees.relation(tree.path("view")), replaces);
            case "CreateTrigStmt" ->
                CatalogSketch.named(
                        Trees.relation(tree.path("relation")),
                        TableChange.CREATE_TRIGGER,
                        tree.path("trigname").asText());
            case "CreatePolicyStmt" ->
                CatalogSketch.named(
                        Trees.relation(tree.path("table")),
                        TableChange.CREATE_POLICY,
                        tree.path("policy_name").asText());
            case "CreateStatsStmt" ->
                onTable(tree.path("relations").path(0).path("RangeVar"), TableChange.CREATE_STATISTICS);
            case "CreateSeqStmt" -> created("sequence", Trees.relation(tree.path("sequence")), false);
            case "CompositeTypeStmt" -> created("type", Trees.relation(tree.path("typevar")), false);
            case "CreateEnumStmt", "CreateRangeStmt" -> created("type", listed(tree, "typeName"), false);
            case "DefineStmt" -> define(Trees.object(tree.path("kind")), tree, replaces);
            case "CreateDomainStmt" -> created("domain", listed(tree, "domainname"), false);
            case "CreateExtensionStmt" -> created("extension", text(tree, "extname"), false);
            case "CreateFunctionStmt" -> created("function", listed(tree, "funcname"), replaces);
            case "CreateSchemaStmt" -> createSchema(tree);
            case "CreateForeignTableStmt" ->
                created("foreign-table", Trees.relation(tree.path("base").path("relation")), false);
            case "CreateForeignServerStmt" -> created("server", text(tree, "servername"), false);
            case "CreateFdwStmt" -> created("foreign-data-wrapper", text(tree, "fdwname"), false);
            case "CreateConversionStmt" -> created("conversion", listed(tree, "conversion_name"), false);
            case "CreateRoleStmt" -> created("role", text(tree, "role"), false);
            default -> throw Agreement.disagreeing();
        };
    }

    private static String onTable(JsonNode relation, TableChange change) {
        return OperationSketch.change(Trees.relation(relation), null, change);
    }

    private static String define(String type, JsonNode tree, boolean replaces) {
        return created(type, CatalogSketch.nameless(type) ? null : listed(tree, "defnames"), replaces);
    }

    private static String created(String type, @Nullable ObjectName name, boolean replaces) {
        return Trees.words("create-" + type, name, replaces);
    }

    /** Without a name it takes the role's. */
    private static String createSchema(JsonNode tree) {
        if (tree.has("schemaElts")) {
            throw Agreement.disagreeing();
        }
        ObjectName name = tree.has("schemaname") ? text(tree, "schemaname") : role(tree.path("authrole"));
        return created("schema", name, false);
    }
}
