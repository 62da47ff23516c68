package io.lockkeeper.riskengine.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code SELECT set_config(…)}, which is a SET, and {@code SELECT setval(…)}, which changes a sequence and reads what it
 * computes the value from: the only thing that the query selects.
 */
final class SettingCall {
    private static final String SET = "set_config";
    private static final String SEQUENCE = "setval";

    private SettingCall() {}

    /**
     * By tokens; empty for any other query.
     *
     * @param read reads the query that is left when its value stands in place of {@code setval}
     */
    static Optional<List<Operation>> of(Cursor cursor, Function<String, List<Operation>> read) {
        cursor.expect("SELECT");
        if (cursor.sees("pg_catalog")) {
            cursor.next();
            cursor.acceptSymbol('.');
        }
        boolean setting = !cursor.atEnd() && cursor.peek().is(SET);
        if (cursor.atEnd() || !(setting || cursor.peek().is(SEQUENCE))) {
            return Optional.empty();
        }
        cursor.next();
        if (!cursor.seesSymbol('(')) {
            return Optional.empty();
        }
        List<Cursor> arguments = cursor.group().parts();
        return Optional.of(setting ? parameter(arguments, cursor) : sequence(arguments, cursor, read));
    }

    private static List<Operation> parameter(List<Cursor> arguments, Cursor cursor) {
        cursor.expectEnd();
        if (arguments.size() != 3) {
            throw opaque();
        }
        String name = literal(arguments.get(0));
        Token value = arguments.get(1).next();
        boolean local = arguments.get(2).accept("TRUE");
        if (!local) {
            arguments.get(2).expect("FALSE");
        }
        arguments.get(1).expectEnd();
        arguments.get(2).expectEnd();
        if (value.kind() != Token.Kind.STRING) {
            throw opaque();
        }
        return List.of(OtherReader.parameter(name.toLowerCase(Locale.ROOT), value.text(), local));
    }

    private static List<Operation> sequence(
            List<Cursor> arguments, Cursor cursor, Function<String, List<Operation>> read) {
        if (arguments.size() < 2) {
            throw opaque();
        }
        ObjectName name = sequence(arguments.get(0));
        String value = arguments.get(1).rest();
        String rest = cursor.rest();
        List<Operation> operations = new ArrayList<>(read.apply("SELECT (" + value + ") " + rest));
        operations.add(new OtherOperation.AlterObject("sequence", name, "set-value"));
        return operations;
    }

    /** Null when the server looks for the sequence of a column. */
    private static @Nullable ObjectName sequence(Cursor argument) {
        if (argument.sees("pg_get_serial_sequence") || argument.sees("pg_catalog")) {
            Calls.requireHarmless(argument.remaining());
            return null;
        }
        String text = argument.next().text();
        if (!text.startsWith("'") || text.indexOf('\\') >= 0) {
            throw opaque();
        }
        if (argument.acceptText(":")) {
            argument.acceptText(":");
            argument.expect("regclass");
        } else if (argument.acceptText("::")) {
            argument.expect("regclass");
        }
        argument.expectEnd();
        return DataReader.parsed(text.substring(1, text.length() - 1).replace("''", "'"));
    }

    private static String literal(Cursor argument) {
        Token token = argument.next();
        argument.expectEnd();
        String text = token.text();
        if (token.kind() != Token.Kind.STRING || !text.startsWith("'") || text.indexOf('\\') >= 0) {
            throw opaque();
        }
        return text.substring(1, text.length() - 1).replace("''", "'");
    }

    private static Unsure opaque() {
        return new Unsure("it calls a function whose effects are not known");
    }

    /** The same call in the grammar's tree; a missing node for any other query. */
    private static JsonNode call(JsonNode statement) {
        JsonNode targets = statement.path("SelectStmt").path("targetList");
        JsonNode call = targets.path(0).path("ResTarget").path("val").path("FuncCall");
        List<String> name = Trees.strings(call.path("funcname"));
        boolean builtIn =
                name.size() == 1 || (name.size() == 2 && name.getFirst().equals("pg_catalog"));
        boolean ours = builtIn && (name.getLast().equals(SET) || name.getLast().equals(SEQUENCE));
        return targets.size() == 1 && ours ? call : MissingNode.getInstance();
    }

    /** The words for {@code set_config}; empty for any other query. */
    static Optional<String> setting(JsonNode statement) {
        JsonNode call = call(statement);
        if (call.isMissingNode()
                || !Trees.strings(call.path("funcname")).getLast().equals(SET)) {
            return Optional.empty();
        }
        boolean local = call.path("args")
                .path(2)
                .path("A_Const")
                .path("boolval")
                .path("boolval")
                .asBoolean();
        return Optional.of(
                Trees.words("set", constant(call.path("args").path(0)).toLowerCase(Locale.ROOT), local));
    }

    /** The words for the sequence that {@code setval} changes; empty for any other query. */
    static Optional<String> sequence(JsonNode statement) {
        JsonNode call = call(statement);
        if (call.isMissingNode()
                || !Trees.strings(call.path("funcname")).getLast().equals(SEQUENCE)) {
            return Optional.empty();
        }
        JsonNode argument = call.path("args").path(0);
        JsonNode plain = argument.has("TypeCast") ? argument.path("TypeCast").path("arg") : argument;
        ObjectName name = plain.has("A_Const") ? DataReader.parsed(constant(plain)) : null;
        return Optional.of(Trees.words("alter-sequence", name, "set-value"));
    }

    private static String constant(JsonNode node) {
        return node.path("A_Const").path("sval").path("sval").asText();
    }

    /** The statement with the call's arguments in place of the call, which does what its operation says. */
    static JsonNode withoutCall(JsonNode statement) {
        JsonNode copy = statement.deepCopy();
        JsonNode call = call(copy);
        if (call instanceof ObjectNode node) {
            node.remove("funcname");
            JsonNode target = copy.path("SelectStmt").path("targetList").path(0).path("ResTarget");
            ((ObjectNode) target).set("val", call.path("args").deepCopy());
        }
        return copy;
    }
}
