package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Optional;

/** Rows of INSERT … VALUES by tokens: a long list of them needs no parser, and would take one too long. */
final class MysqlRows {
    private MysqlRows() {}

    /** Groups after VALUES. */
    static int count(List<Token> tokens) {
        int depth = 0;
        int rows = 0;
        boolean inside = false;
        for (Token token : tokens) {
            inside |= depth == 0 && (token.is("VALUES") || token.is("VALUE"));
            if (token.isSymbol('(')) {
                rows += inside && depth == 0 ? 1 : 0;
                depth++;
            } else if (token.isSymbol(')')) {
                depth--;
            } else if (inside && depth == 0 && (token.is("ON") || token.is("AS"))) {
                return rows;
            }
        }
        return rows;
    }

    /**
     * {@code INSERT [IGNORE] [INTO] t [(…)] VALUES (…), (…) [ON DUPLICATE KEY UPDATE …]} and REPLACE, without a query.
     * Empty for every other form.
     */
    static Optional<List<Operation>> bulk(List<Token> tokens) {
        MysqlCalls.requireHarmless(tokens);
        MysqlModes.refuseUnseen(tokens);
        boolean queries =
                tokens.stream().anyMatch(t -> t.is("SELECT") || t.is("WITH") || t.is("TABLE") || t.isSymbol(';'));
        MysqlCursor cursor = new MysqlCursor(tokens);
        if (queries || !cursor.acceptAny("INSERT", "REPLACE")) {
            return Optional.empty();
        }
        cursor.acceptAny("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY");
        cursor.accept("IGNORE");
        cursor.accept("INTO");
        ObjectName table = cursor.name();
        if (cursor.accept("PARTITION")) {
            cursor.skipGroup();
        }
        cursor.acceptGroup();
        if (!cursor.acceptAny("VALUES", "VALUE")) {
            return Optional.empty();
        }
        int rows = 0;
        do {
            cursor.accept("ROW");
            cursor.skipGroup();
            rows++;
        } while (cursor.acceptSymbol(','));
        if (cursor.accept("ON", "DUPLICATE", "KEY", "UPDATE")) {
            cursor.parts();
        }
        cursor.expectEnd();
        return Optional.of(List.of(new DataOperation.Insert(table, false, rows, List.of())));
    }
}
