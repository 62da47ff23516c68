package io.lockkeeper.cli.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.cli.lint.Judged.Suppressed;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report as risk-service gives it, and what was suppressed; a line each with the file's name, or just one. */
record JsonFormat(boolean lines) implements LintFormat {
    static final JsonMapper JSON = new JsonMapper();

    @Override
    public void each(PrintWriter out, Judged judged) {
        ObjectNode json = json(judged);
        if (lines) {
            json.put("file", judged.unit().name());
        }
        out.println(json);
    }

    private static ObjectNode json(Judged judged) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(judged.report().json());
            for (JsonNode statement : json.path("statements")) {
                ObjectNode object = (ObjectNode) statement;
                object.put("file", judged.unit().shown(object.path("file").asText()));
                add(object, judged.suppressed().get(object.path("index").asInt()));
            }
            add((ObjectNode) json.path("migration"), judged.suppressed().get(-1));
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report is no JSON", e);
        }
    }

    private static void add(ObjectNode to, @Nullable List<Suppressed> suppressed) {
        if (suppressed == null) {
            return;
        }
        ArrayNode array = to.putArray("suppressed");
        for (Suppressed one : suppressed) {
            array.addObject()
                    .put("rule", one.finding().rule())
                    .put("risk", one.finding().risk().name())
                    .put("finding", one.finding().reason())
                    .put("reason", one.why());
        }
    }
}
