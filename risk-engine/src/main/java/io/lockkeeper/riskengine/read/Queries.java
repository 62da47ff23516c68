package io.lockkeeper.riskengine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Finds things anywhere inside the parse tree of a query. */
final class Queries {
    private static final Set<String> CHANGES = Set.of("InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt");

    private Queries() {}

    /** Throws {@link Unsure} for a call of a function that may do something, and for a change of rows inside a query. */
    static void requireHarmless(JsonNode statement) {
        int[] changes = {0};
        walk(statement, (name, node) -> {
            if (name.equals("FuncCall") && !harmless(node)) {
                throw new Unsure("it calls a function whose effects are not known");
            }
            changes[0] += CHANGES.contains(name) ? 1 : 0;
        });
        boolean outermost = CHANGES.contains(statement.fieldNames().next());
        if (changes[0] > (outermost ? 1 : 0)) {
            throw new Unsure("it changes rows inside a query");
        }
    }

    private static boolean harmless(JsonNode call) {
        List<String> name = Trees.strings(call.path("funcname"));
        boolean syntax = call.path("funcformat").asText().equals("COERCE_SQL_SYNTAX");
        boolean builtIn = name.size() == 2 && name.getFirst().equals("pg_catalog");
        return (builtIn && syntax) || ((builtIn || name.size() == 1) && Calls.harmless(name.getLast()));
    }

    /** The relations it names, in order, without those of WITH. Those after FOR UPDATE OF are aliases. */
    static Set<ObjectName> relations(JsonNode statement) {
        Set<ObjectName> relations = new TreeSet<>();
        Set<String> common = new TreeSet<>();
        walk(statement, (name, node) -> {
            if (name.equals("RangeVar")) {
                relations.add(Trees.relation(node));
            } else if (name.equals("CommonTableExpr")) {
                common.add(node.path("ctename").asText());
            }
        });
        relations.removeIf(relation -> relation.schema() == null && common.contains(relation.name()));
        return relations;
    }

    static boolean contains(JsonNode node, String... names) {
        boolean[] found = {false};
        walk(node, (name, child) -> found[0] |= Set.of(names).contains(name));
        return found[0];
    }

    private static void walk(JsonNode node, BiConsumer<String, JsonNode> visit) {
        if (node.isArray()) {
            node.forEach(child -> walk(child, visit));
        }
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getKey().equals("lockedRels")) {
                visit.accept(field.getKey(), field.getValue());
                walk(field.getValue(), visit);
            }
        }
    }
}
