package io.lockkeeper.riskengine.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.QueryColumn;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.operation.ViewQuery;
import java.util.ArrayList;
import java.util.List;

/** What our own readers leave out of a query and PostgreSQL's grammar says: the tables that it reads, and its columns. */
final class QueryShape {
    private QueryShape() {}

    /** The operations of a statement, with that. */
    static List<Operation> filled(List<Operation> operations, JsonNode statement) {
        return operations.stream()
                .map(operation -> filled(operation, statement))
                .toList();
    }

    private static Operation filled(Operation operation, JsonNode statement) {
        return switch (operation) {
            case TableOperation.CreateTable create
            when create.fromQuery() && !statement.has("CreateStmt") ->
                create.reading(sources(statement), !skipsData(statement));
            case OtherOperation.CreateMaterializedView view ->
                new OtherOperation.CreateMaterializedView(view.object(), view.withData(), sources(statement));
            case OtherOperation.CreateView view -> {
                JsonNode tree = statement.path("ViewStmt");
                yield new OtherOperation.CreateView(
                        view.object(), view.orReplace(), sources(tree.path("query")), columns(tree), query(tree));
            }
            default -> operation;
        };
    }

    private static boolean skipsData(JsonNode statement) {
        return statement.path("CreateTableAsStmt").path("into").path("skipData").asBoolean();
    }

    private static List<ObjectName> sources(JsonNode tree) {
        return List.copyOf(Queries.relations(tree));
    }

    private static ViewQuery query(JsonNode view) {
        JsonNode select = comparable(view.path("query").path("SelectStmt").deepCopy());
        List<String> aliases = Trees.strings(view.path("aliases"));
        List<String> items = new ArrayList<>();
        for (JsonNode item : select.path("targetList")) {
            String alias = items.size() < aliases.size() ? aliases.get(items.size()) : "";
            items.add(alias + " " + item);
        }
        if (select instanceof ObjectNode rest) {
            rest.remove("targetList");
        }
        return new ViewQuery(items, select.toString());
    }

    /** Without what only the spelling decides: places in the text, and the schema that every path begins with. */
    private static JsonNode comparable(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            fields.remove(List.of("location", "stmt_location", "stmt_len"));
            if (fields.path("schemaname").asText().equals("public")) {
                fields.remove("schemaname");
            }
        }
        node.forEach(QueryShape::comparable);
        return node;
    }

    /** None when the text does not say how many they are. */
    private static List<QueryColumn> columns(JsonNode view) {
        JsonNode select = view.path("query").path("SelectStmt");
        List<String> aliases = Trees.strings(view.path("aliases"));
        List<QueryColumn> columns = new ArrayList<>();
        for (JsonNode item : select.path("targetList")) {
            JsonNode target = item.path("ResTarget");
            List<String> fields = new ArrayList<>();
            for (JsonNode field : target.path("val").path("ColumnRef").path("fields")) {
                if (!field.has("String")) {
                    return List.of();
                }
                fields.add(field.path("String").path("sval").asText());
            }
            String column = fields.isEmpty() ? "" : fields.getLast();
            int at = columns.size();
            String name =
                    at < aliases.size() ? aliases.get(at) : target.path("name").asText(column);
            columns.add(new QueryColumn(name, column));
        }
        return columns;
    }
}
