package io.lockkeeper.riskengine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** MERGE, COPY, publications, subscriptions, rules, operators, casts, event triggers and user mappings in words. */
final class CatalogSketch {
    private static final Set<String> WITHOUT_COPYING =
            Set.of("ALTER_SUBSCRIPTION_ENABLED", "ALTER_SUBSCRIPTION_OPTIONS", "ALTER_SUBSCRIPTION_SKIP");

    private CatalogSketch() {}

    /** Empty for a node that is not listed here. */
    static Optional<List<String>> of(String node, JsonNode tree) {
        return switch (node) {
            case "MergeStmt" -> Optional.of(merge(tree));
            case "CopyStmt" -> Optional.of(List.of(copy(tree)));
            case "DeallocateStmt" -> Optional.of(List.of("deallocate"));
            case "PrepareStmt" -> Optional.of(List.of("prepare"));
            case "CreatePublicationStmt" -> Optional.of(createPublication(tree));
            case "AlterPublicationStmt" -> Optional.of(alterPublication(tree));
            case "AlterSubscriptionStmt" -> Optional.of(List.of(alterSubscription(tree)));
            case "DropSubscriptionStmt" ->
                Optional.of(List.of(Trees.words(
                        "drop-subscription",
                        name(tree, "subname"),
                        tree.path("missing_ok").asBoolean(),
                        Trees.cascade(tree))));
            case "RuleStmt" ->
                Optional.of(List.of(named(
                        Trees.relation(tree.path("relation")),
                        TableChange.CREATE_RULE,
                        tree.path("rulename").asText())));
            case "CreateEventTrigStmt" ->
                Optional.of(List.of(Trees.words("create-event-trigger", name(tree, "trigname"), false)));
            case "AlterEventTrigStmt" ->
                Optional.of(List.of(Trees.words("alter-event-trigger", name(tree, "trigname"), "change")));
            case "CreateUserMappingStmt" -> nameless("create-user-mapping", false);
            case "AlterUserMappingStmt" -> nameless("alter-user-mapping", "change");
            case "DropUserMappingStmt" ->
                nameless("drop-user-mapping", tree.path("missing_ok").asBoolean(), false);
            case "CreateOpClassStmt" -> nameless("create-operator-class", false);
            case "CreateOpFamilyStmt" -> nameless("create-operator-family", false);
            case "AlterOpFamilyStmt" -> nameless("alter-operator-family", "change");
            case "AlterOperatorStmt" -> nameless("alter-operator", "change");
            case "CreateCastStmt" -> cast(tree);
            default -> Optional.empty();
        };
    }

    /** Those of which a name in a report would say nothing. */
    static boolean nameless(String type) {
        return switch (type) {
            case "operator", "operator-class", "operator-family", "cast" -> true;
            default -> false;
        };
    }

    /** Of something that belongs to a table and has a name there. */
    static String named(ObjectName table, TableChange change, String name) {
        return Trees.words(change.id(), table, name);
    }

    private static Optional<List<String>> nameless(String kind, Object... rest) {
        List<String> words = new ArrayList<>(List.of(Trees.words(kind, (Object) null)));
        for (Object word : rest) {
            words.add(String.valueOf(word));
        }
        return Optional.of(List.of(String.join(" | ", words)));
    }

    private static ObjectName name(JsonNode tree, String field) {
        return new ObjectName(null, tree.path(field).asText());
    }

    private static Optional<List<String>> cast(JsonNode tree) {
        if (!tree.path("context").asText().equals("COERCION_EXPLICIT")) {
            throw Agreement.disagreeing();
        }
        return nameless("create-cast", false);
    }

    private static List<String> merge(JsonNode tree) {
        ObjectName table = Trees.relation(tree.path("relation"));
        Set<ObjectName> sources = new TreeSet<>(Queries.relations(tree));
        sources.remove(table);
        boolean joined = Queries.contains(tree.path("joinCondition"), "ColumnRef", "SubLink");
        boolean rows = sources.isEmpty() && !tree.path("sourceRelation").has("RangeVar");
        if (tree.has("withClause")) {
            throw Agreement.disagreeing();
        }
        List<String> words = new ArrayList<>();
        for (JsonNode item : tree.path("mergeWhenClauses")) {
            JsonNode branch = item.path("MergeWhenClause");
            boolean others = branch.path("matchKind").asText().equals("MERGE_WHEN_NOT_MATCHED_BY_SOURCE");
            boolean filtered = joined && !others;
            switch (branch.path("commandType").asText()) {
                case "CMD_UPDATE" -> words.add(Trees.words("update", table, filtered, sources));
                case "CMD_DELETE" -> words.add(Trees.words("delete", table, filtered, sources));
                case "CMD_INSERT" -> words.add(Trees.words("insert", table, !rows, rows ? 1 : 0, sources));
                case "CMD_NOTHING" -> {}
                default -> throw Agreement.disagreeing();
            }
        }
        return words.isEmpty() ? List.of(Trees.words("select", sources, false)) : words;
    }

    private static String copy(JsonNode tree) {
        boolean file = tree.path("is_from").asBoolean()
                && tree.has("filename")
                && !tree.path("is_program").asBoolean();
        if (!file || tree.has("whereClause")) {
            throw Agreement.disagreeing();
        }
        return Trees.words("insert", Trees.relation(tree.path("relation")), true, 0, Set.of());
    }

    private static List<String> createPublication(JsonNode tree) {
        String type = tree.path("for_all_tables").asBoolean()
                ? OtherOperation.CreateObject.PUBLICATION_OF_ALL
                : "publication";
        List<String> words = new ArrayList<>(List.of(Trees.words("create-" + type, name(tree, "pubname"), false)));
        words.addAll(published(tree));
        return words;
    }

    private static List<String> alterPublication(JsonNode tree) {
        return tree.has("pubobjects")
                ? published(tree)
                : List.of(Trees.words("alter-publication", name(tree, "pubname"), "change"));
    }

    private static List<String> published(JsonNode tree) {
        List<String> words = new ArrayList<>();
        for (JsonNode item : tree.path("pubobjects")) {
            JsonNode relation = item.path("PublicationObjSpec").path("pubtable").path("relation");
            words.add(OperationSketch.change(Trees.relation(relation), null, TableChange.PUBLISH));
        }
        return words;
    }

    private static String alterSubscription(JsonNode tree) {
        if (!WITHOUT_COPYING.contains(tree.path("kind").asText())) {
            throw Agreement.disagreeing();
        }
        return Trees.words("alter-subscription", name(tree, "subname"), "change");
    }
}
