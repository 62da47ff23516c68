package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.SessionCommand;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.List;

/**
 * Reads prepared statements. Their text must be a literal. EXECUTE only names them: {@link PreparedStatements} knows
 * which of them a session has.
 */
final class MysqlPreparedReader {
    private final MysqlCursor cursor;
    private final Dialect dialect;
    private final RecentReadings.Reading reader;

    /** @param reader of whole statements */
    MysqlPreparedReader(MysqlCursor cursor, Dialect dialect, RecentReadings.Reading reader) {
        this.cursor = cursor;
        this.dialect = dialect;
        this.reader = reader;
    }

    /** After {@code PREPARE}. */
    List<Operation> prepare() {
        cursor.identifier();
        cursor.expect("FROM");
        return literal();
    }

    /** After {@code EXECUTE}: MariaDB runs a text at once. */
    List<Operation> execute() {
        if (dialect != Dialect.MARIADB || !cursor.accept("IMMEDIATE")) {
            throw anything();
        }
        return literal();
    }

    private List<Operation> literal() {
        if (!cursor.sees(Kind.STRING)) {
            throw anything();
        }
        String text = MysqlStrings.value(cursor.next().text());
        cursor.expectEnd();
        try {
            return reader.of(text);
        } catch (PlanRefused e) {
            throw new Unsure("the text it runs is broken: " + e.getMessage());
        }
    }

    /** After {@code DEALLOCATE}, or {@code DROP}. */
    List<Operation> deallocate() {
        cursor.expect("PREPARE");
        cursor.identifier();
        cursor.expectEnd();
        return List.of(new SessionCommand("deallocate"));
    }

    private static Unsure anything() {
        return new Unsure("a prepared statement can do anything");
    }
}
