package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.SessionCommand;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what only shows something, and the statements that stand in the text of another one. */
final class MysqlShowReader {
    private static final String[] DATA = {"SELECT", "WITH", "INSERT", "REPLACE", "UPDATE", "DELETE", "TABLE", "VALUES"};

    /** Settings that change nothing of what the statement they are made for does. */
    private static final Set<String> TIMES = Set.of(
            "lock_wait_timeout",
            "innodb_lock_wait_timeout",
            "max_statement_time",
            "net_read_timeout",
            "net_write_timeout",
            "wait_timeout",
            "sort_buffer_size",
            "join_buffer_size",
            "tmp_table_size",
            "max_heap_table_size");

    private final MysqlCursor cursor;
    private final Dialect dialect;
    private final Function<List<Token>, List<Operation>> reader;

    /** @param reader of whole statements */
    MysqlShowReader(MysqlCursor cursor, Dialect dialect, Function<List<Token>, List<Operation>> reader) {
        this.cursor = cursor;
        this.dialect = dialect;
        this.reader = reader;
    }

    /** After {@code SHOW}, {@code DO} or {@code HELP}: words, and expressions that only compute. */
    List<Operation> shown(String word) {
        List<Token> rest = cursor.remaining();
        MysqlCalls.requireHarmless(rest);
        MysqlModes.refuseUnseen(rest);
        if (rest.stream().anyMatch(token -> token.is("SELECT"))) {
            throw new Unsure("it runs a query on the way");
        }
        cursor.rest();
        return List.of(new SessionCommand(word));
    }

    /** After {@code EXPLAIN}, {@code DESCRIBE} or {@code DESC}; with ANALYZE the statement runs. */
    List<Operation> explained() {
        boolean runs = options();
        if (cursor.accept("FOR", "CONNECTION")) {
            cursor.rest();
            return List.of(new SessionCommand("explain"));
        }
        if (seesData()) {
            List<Operation> operations = reader.apply(cursor.remaining());
            cursor.rest();
            return runs ? operations : List.of(new SessionCommand("explain"));
        }
        cursor.name();
        if (!cursor.atEnd() && !cursor.sees(Kind.STRING)) {
            cursor.identifier();
        } else if (!cursor.atEnd()) {
            cursor.string();
        }
        cursor.expectEnd();
        return List.of(new SessionCommand("describe"));
    }

    /** MariaDB's ANALYZE of a statement, which runs; empty for ANALYZE TABLE. */
    Optional<List<Operation>> analyzed() {
        boolean statement =
                dialect == Dialect.MARIADB && !cursor.sees("TABLE") && (seesData() || cursor.sees("FORMAT"));
        if (!statement) {
            return Optional.empty();
        }
        options();
        if (!seesData()) {
            throw new Unsure("an unknown kind of statement to analyse");
        }
        return Optional.of(inner());
    }

    private boolean options() {
        boolean runs = cursor.accept("ANALYZE");
        while (cursor.sees("FORMAT") || cursor.seesAny("EXTENDED", "PARTITIONS")) {
            if (cursor.accept("FORMAT")) {
                cursor.expectSymbol('=');
            }
            cursor.word();
        }
        return cursor.accept("ANALYZE") || runs;
    }

    private boolean seesData() {
        return cursor.seesAny(DATA) || cursor.seesSymbol('(');
    }

    /** After {@code SET STATEMENT}: the settings hold for the one statement behind FOR. */
    List<Operation> set() {
        do {
            String name = cursor.folded();
            cursor.expectSymbol('=');
            if (!TIMES.contains(name)) {
                throw new Unsure("another setting for the statement it runs");
            }
            if (cursor.next().kind() != Kind.NUMBER) {
                throw new Unsure("expected a number");
            }
        } while (cursor.acceptSymbol(','));
        cursor.expect("FOR");
        return inner();
    }

    private List<Operation> inner() {
        List<Operation> operations = reader.apply(cursor.remaining());
        cursor.rest();
        return operations;
    }
}
