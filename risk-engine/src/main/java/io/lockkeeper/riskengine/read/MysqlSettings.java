package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.AlterObject;
import io.lockkeeper.riskengine.operation.OtherOperation.SetParameter;
import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads SET. A scope wider than the session stands before the name: {@code global x}, {@code persist x}. */
final class MysqlSettings {
    private static final Set<String> SESSION = Set.of("SESSION", "LOCAL");

    private final MysqlCursor cursor;
    private String scope = "";

    /** After {@code SET}. */
    MysqlSettings(MysqlCursor cursor) {
        this.cursor = cursor;
    }

    List<Operation> read() {
        MysqlCalls.requireHarmless(cursor.remaining());
        if (cursor.sees("STATEMENT")) {
            throw new Unsure("SET STATEMENT runs another statement");
        }
        if (cursor.sees("PASSWORD") || cursor.sees("DEFAULT", "ROLE")) {
            cursor.rest();
            return List.of(new AlterObject("user", null, "change"));
        }
        if (cursor.sees("ROLE")) {
            throw new Unsure("what follows runs with other rights");
        }
        List<Operation> settings = new ArrayList<>();
        do {
            settings.add(setting());
        } while (cursor.acceptSymbol(','));
        cursor.expectEnd();
        return settings;
    }

    private Operation setting() {
        if (cursor.sees(Kind.PARAMETER)) {
            return variable(cursor.next().text().toLowerCase(Locale.ROOT));
        }
        if (cursor.accept("NAMES")) {
            return new SetParameter("names", cursor.untilComma(), false);
        }
        if (cursor.accept("CHARACTER", "SET") || cursor.accept("CHARSET")) {
            return new SetParameter("character set", cursor.untilComma(), false);
        }
        boolean said = cursor.seesAny("SESSION", "LOCAL", "GLOBAL");
        scope();
        if (cursor.accept("TRANSACTION")) {
            String words = cursor.rest();
            // Without a scope it holds for the next transaction only.
            return new SetParameter(scope + "transaction", words, !said);
        }
        String name = cursor.folded();
        if (cursor.acceptSymbol('.')) {
            name = name + "." + cursor.folded();
        }
        return assigned(scope + name);
    }

    /** A scope word holds for the assignments after it, too. */
    private void scope() {
        if (cursor.seesAny("SESSION", "LOCAL", "GLOBAL", "PERSIST", "PERSIST_ONLY")) {
            String word = cursor.word();
            scope = SESSION.contains(word) ? "" : word.toLowerCase(Locale.ROOT) + " ";
        }
    }

    /** {@code @user}, {@code @@name}, {@code @@global.name}. */
    private Operation variable(String text) {
        if (!text.startsWith("@@")) {
            return assigned(text);
        }
        String name = text.substring(2);
        int dot = name.indexOf('.');
        String first = dot < 0 ? "" : name.substring(0, dot);
        return switch (first) {
            case "global", "persist", "persist_only" -> assigned(first + " " + name.substring(dot + 1));
            case "session", "local" -> assigned(name.substring(dot + 1));
            default -> assigned(name);
        };
    }

    private SetParameter assigned(String name) {
        if (!cursor.acceptSymbol('=') && !cursor.acceptText(":=")) {
            throw new Unsure("expected a value");
        }
        List<Token> value = cursor.remaining();
        String text = cursor.untilComma();
        value = value.subList(0, value.size() - cursor.remaining().size());
        if (MysqlModes.keeps(name)) {
            MysqlModes.requirePlain(value);
        } else {
            MysqlModes.refuseUnseen(value);
        }
        return new SetParameter(name, text, false);
    }
}
