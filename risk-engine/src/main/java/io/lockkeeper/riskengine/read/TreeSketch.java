package io.lockkeeper.riskengine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.report.Lock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parsed statement in words, one line per operation; a node that is not listed here throws {@link Unsure}. */
final class TreeSketch {
    private TreeSketch() {}

    /** @param statement object with one field, named like the node */
    static List<String> of(JsonNode statement) {
        String node = statement.fieldNames().next();
        JsonNode tree = statement.get(node);
        return switch (node) {
            case "CreateStmt" -> List.of(TableSketch.create(tree));
            case "CreateTableAsStmt" -> List.of(createAs(tree));
            case "AlterTableStmt" -> TableSketch.alter(tree);
            case "IndexStmt" -> List.of(index(tree));
            case "TruncateStmt" ->
                relations(tree.path("relations"), "RangeVar")
                        .map(table -> Trees.words("truncate", table, Trees.cascade(tree)))
                        .toList();
            case "LockStmt" ->
                relations(tree.path("relations"), "RangeVar")
                        .map(table -> Trees.words("lock-table", table, lock(tree)))
                        .toList();
            case "VacuumStmt" -> vacuum(tree);
            case "ClusterStmt" -> List.of(Trees.words("cluster", optional(tree)));
            case "ReindexStmt" -> List.of(reindex(tree));
            case "RefreshMatViewStmt" ->
                List.of(Trees.words("refresh-materialized-view", optional(tree), flag(tree, "concurrent")));
            case "InsertStmt" -> List.of(insert(tree));
            case "UpdateStmt" -> List.of(change("update", tree));
            case "DeleteStmt" -> List.of(change("delete", tree));
            case "SelectStmt" -> select(statement);
            case "VariableSetStmt" -> List.of(set(tree));
            case "VariableShowStmt" -> List.of(Trees.words("select", Set.of(), false));
            case "TransactionStmt" ->
                List.of(Trees.words(
                        "transaction-control", transaction(tree.path("kind").asText())));
            default -> ObjectSketch.of(node, tree);
        };
    }

    private static boolean flag(JsonNode tree, String name) {
        return tree.path(name).asBoolean();
    }

    private static Stream<ObjectName> relations(JsonNode list, String wrapper) {
        List<ObjectName> names = new ArrayList<>();
        list.forEach(item -> names.add(Trees.relation(item.path(wrapper))));
        return names.stream();
    }

    /** Null without one. */
    private static @Nullable ObjectName optional(JsonNode tree) {
        return tree.has("relation") ? Trees.relation(tree.get("relation")) : null;
    }

    private static String createAs(JsonNode tree) {
        JsonNode into = tree.path("into");
        ObjectName name = Trees.relation(into.path("rel"));
        if (!tree.path("query").has("SelectStmt")) {
            throw Agreement.disagreeing();
        }
        if (tree.path("objtype").asText().equals("OBJECT_MATVIEW")) {
            return Trees.words("create-materialized-view", name, !flag(into, "skipData"));
        }
        return Trees.words(
                "create-table-as", name, flag(tree, "if_not_exists"), TableSketch.temporary(into.path("rel")));
    }

    private static String index(JsonNode tree) {
        ObjectName table = Trees.relation(tree.path("relation"));
        ObjectName name = tree.has("idxname")
                ? new ObjectName(table.schema(), tree.get("idxname").asText())
                : null;
        List<String> columns = new ArrayList<>();
        boolean computed = tree.has("whereClause");
        for (JsonNode key : tree.path("indexParams")) {
            JsonNode element = key.path("IndexElem");
            computed |= element.has("expr");
            if (element.has("name")) {
                columns.add(element.get("name").asText());
            }
        }
        return Trees.words(
                "create-index",
                name,
                table,
                flag(tree, "unique"),
                flag(tree, "concurrent"),
                flag(tree, "if_not_exists"),
                !flag(tree.path("relation"), "inh"),
                tree.path("accessMethod").asText(),
                columns,
                computed);
    }

    private static Lock lock(JsonNode tree) {
        return switch (tree.path("mode").asInt()) {
            case 1 -> Lock.ACCESS_SHARE;
            case 2 -> Lock.ROW_SHARE;
            case 3 -> Lock.ROW_EXCLUSIVE;
            case 4 -> Lock.SHARE_UPDATE_EXCLUSIVE;
            case 5 -> Lock.SHARE;
            case 6 -> Lock.SHARE_ROW_EXCLUSIVE;
            case 7 -> Lock.EXCLUSIVE;
            case 8 -> Lock.ACCESS_EXCLUSIVE;
            default -> throw Agreement.disagreeing();
        };
    }

    private static List<String> vacuum(JsonNode tree) {
        boolean full = on(tree.path("options"), "full");
        String kind = !flag(tree, "is_vacuumcmd") ? "analyze" : full ? "vacuum-full" : "vacuum";
        List<String> words = new ArrayList<>();
        tree.path("rels").forEach(relation -> words.add(Trees.words(kind, optional(relation.path("VacuumRelation")))));
        return words.isEmpty() ? List.of(Trees.words(kind, (Object) null)) : words;
    }

    /** A boolean option of VACUUM or REINDEX; the last one counts. */
    private static boolean on(JsonNode options, String name) {
        boolean on = false;
        for (JsonNode option : options) {
            JsonNode element = option.path("DefElem");
            if (element.path("defname").asText().equals(name)) {
                JsonNode argument = element.path("arg");
                String text = argument.path("String").path("sval").asText("");
                boolean zero = argument.has("Integer")
                        && argument.path("Integer").path("ival").asInt() == 0;
                on = !zero && !text.equalsIgnoreCase("false") && !text.equalsIgnoreCase("off");
            }
        }
        return on;
    }

    private static String reindex(JsonNode tree) {
        String scope =
                switch (tree.path("kind").asText()) {
                    case "REINDEX_OBJECT_INDEX" -> "INDEX";
                    case "REINDEX_OBJECT_TABLE" -> "TABLE";
                    case "REINDEX_OBJECT_SCHEMA" -> "SCHEMA";
                    default -> "DATABASE";
                };
        return Trees.words("reindex", scope, optional(tree), on(tree.path("params"), "concurrently"));
    }

    private static String insert(JsonNode tree) {
        JsonNode select = tree.path("selectStmt").path("SelectStmt");
        JsonNode values = select.path("valuesLists");
        boolean query = tree.has("selectStmt") && values.isEmpty();
        int rows = query ? 0 : Math.max(1, values.size());
        ObjectName table = Trees.relation(tree.path("relation"));
        return Trees.words("insert", table, query, rows, sources(tree, table));
    }

    private static String change(String kind, JsonNode tree) {
        ObjectName table = Trees.relation(tree.path("relation"));
        boolean filtered = Queries.contains(tree.path("whereClause"), "ColumnRef", "SelectStmt");
        return Trees.words(kind, table, filtered, sources(tree, table));
    }

    private static Set<ObjectName> sources(JsonNode tree, ObjectName target) {
        Set<ObjectName> sources = new TreeSet<>(Queries.relations(tree));
        sources.remove(target);
        return sources;
    }

    /** SELECT INTO is another spelling of CREATE TABLE AS. */
    private static List<String> select(JsonNode statement) {
        JsonNode tree = statement.get("SelectStmt");
        JsonNode into = tree.findPath("intoClause").path("rel");
        if (!into.isMissingNode()) {
            return List.of(Trees.words("create-table-as", Trees.relation(into), false, TableSketch.temporary(into)));
        }
        Optional<String> setting = SettingCall.setting(statement);
        if (setting.isPresent()) {
            return List.of(setting.get());
        }
        String query = Trees.words("select", Queries.relations(tree), Queries.contains(tree, "lockingClause"));
        return Stream.concat(Stream.of(query), SettingCall.sequence(statement).stream())
                .toList();
    }

    private static String set(JsonNode tree) {
        return switch (tree.path("kind").asText()) {
            case "VAR_RESET_ALL" -> "reset-all";
            case "VAR_SET_MULTI" -> isolation(tree);
            case "VAR_SET_VALUE", "VAR_SET_DEFAULT", "VAR_RESET" ->
                Trees.words("set", tree.path("name").asText(), flag(tree, "is_local"));
            default -> throw Agreement.disagreeing();
        };
    }

    private static String isolation(JsonNode tree) {
        for (JsonNode option : tree.path("args")) {
            JsonNode element = option.path("DefElem");
            boolean reads = element.path("defname").asText().equals("transaction_read_only")
                    && element.path("arg")
                                    .path("A_Const")
                                    .path("ival")
                                    .path("ival")
                                    .asInt()
                            != 0;
            if (reads || tree.path("name").asText().contains("SNAPSHOT")) {
                throw Agreement.disagreeing();
            }
        }
        return "set-transaction";
    }

    private static String transaction(String kind) {
        return switch (kind) {
            case "TRANS_STMT_BEGIN", "TRANS_STMT_START" -> "begin";
            case "TRANS_STMT_COMMIT" -> "commit";
            case "TRANS_STMT_ROLLBACK", "TRANS_STMT_ROLLBACK_TO" -> "rollback";
            case "TRANS_STMT_SAVEPOINT" -> "savepoint";
            case "TRANS_STMT_RELEASE" -> "release";
            default -> throw Agreement.disagreeing();
        };
    }
}
