package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.MysqlOperation.DemandAlgorithm;
import io.lockkeeper.riskengine.operation.MysqlOperation.Maintenance;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.SqlSplitter;
import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads statements of MySQL and MariaDB: DDL by its own grammar of tokens, which must agree with a foreign one; DML by
 * JSqlParser with its guards. Executable comments are code; where a server that skips them would do something else, nothing
 * is certain.
 */
public final class MysqlReader implements StatementReader {
    /** A longer statement is not read: parsing time grows with it. */
    private static final int MAX_CHARACTERS = 512 * 1024;

    /** From here on a plain list of rows to insert is counted, not parsed. */
    private static final int BULK_CHARACTERS = 8 * 1024;

    /** From here on an INSERT of any other form is not read. */
    private static final int MAX_INSERT_CHARACTERS = 64 * 1024;

    private final Dialect dialect;
    private final MysqlOpinion opinion;
    private final RecentReadings recent = new RecentReadings();

    public MysqlReader(Dialect dialect) {
        this.dialect = dialect;
        this.opinion = new MysqlOpinion(dialect);
    }

    @Override
    public List<Operation> read(String sql) {
        return recent.read(sql, this::certain);
    }

    private List<Operation> certain(String sql) throws PlanRefused {
        List<Token> tokens = MysqlForms.known(Lexer.tokens(sql, dialect), dialect);
        Nesting.requireShallow(tokens);
        requireOneStatement(sql, tokens);
        List<Operation> operations = read(tokens, sql.length());
        requireSameForAll(sql, tokens, operations);
        return operations;
    }

    private void requireOneStatement(String sql, List<Token> tokens) throws PlanRefused {
        boolean delimited = tokens.stream().anyMatch(token -> token.isSymbol(';'));
        if (delimited && SqlSplitter.split(sql, dialect).size() != 1) {
            throw new Unsure("it is more than one statement");
        }
    }

    /** What the oldest server does must be part of what the newest does, under the same demand. */
    private void requireSameForAll(String sql, List<Token> tokens, List<Operation> operations) throws PlanRefused {
        List<Token> oldest = MysqlForms.known(Lexer.tokensOfOldest(sql, dialect), dialect);
        if (oldest.equals(tokens) || oldest.isEmpty()) {
            return;
        }
        List<Operation> rest = new ArrayList<>(seen(operations));
        List<Operation> least = actionless(oldest) ? List.of() : seen(read(oldest, sql.length()));
        boolean part = least.stream().allMatch(rest::remove);
        if (!part || rest.stream().anyMatch(operation -> operation instanceof DemandAlgorithm)) {
            throw new Unsure("what it does depends on the version of the server");
        }
    }

    /** INVISIBLE of new columns stands in a comment of its own in every dump, and changes nothing of what is done. */
    private static List<Operation> seen(List<Operation> operations) {
        return operations.stream()
                .map(operation -> switch (operation) {
                    case TableOperation.CreateTable create ->
                        create.defining(create.columns().stream()
                                .map(ColumnDefinition::seen)
                                .toList());
                    case TableOperation.AddColumn add ->
                        new TableOperation.AddColumn(
                                add.table(), add.definition().seen(), add.ifNotExists());
                    default -> operation;
                })
                .toList();
    }

    /** {@code ALTER TABLE t} and no more, which servers take and do nothing about (measured). */
    private static boolean actionless(List<Token> tokens) {
        MysqlCursor cursor = new MysqlCursor(tokens);
        if (!cursor.accept("ALTER", "TABLE") || cursor.atEnd()) {
            return false;
        }
        cursor.name();
        return cursor.atEnd();
    }

    private List<Operation> read(List<Token> tokens, int characters) {
        MysqlCursor cursor = new MysqlCursor(tokens);
        String verb = cursor.peek().text().toUpperCase(Locale.ROOT);
        boolean inserts = verb.equals("INSERT") || verb.equals("REPLACE");
        Optional<List<Operation>> bulk =
                inserts && characters > BULK_CHARACTERS ? MysqlRows.bulk(tokens) : Optional.empty();
        if (bulk.isPresent()) {
            return bulk.get();
        }
        int most = inserts ? MAX_INSERT_CHARACTERS : MAX_CHARACTERS;
        if (characters > most) {
            throw new Unsure("it is longer than " + most / 1024 + " Ki characters");
        }
        if (cursor.seesSymbol('(')) {
            return data().read(tokens);
        }
        if (cursor.peek().kind() != Kind.WORD) {
            throw new Unsure("this kind of statement is not known");
        }
        return switch (verb) {
            case "SELECT", "WITH", "INSERT", "REPLACE", "UPDATE", "DELETE", "VALUES", "TABLE" -> data().read(tokens);
            case "BEGIN", "START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE" -> transaction(verb, cursor);
            case "SHOW", "HELP", "DO", "EXPLAIN", "DESCRIBE", "DESC" -> shown(verb, cursor, tokens);
            case "PREPARE", "EXECUTE", "DEALLOCATE" -> prepared(verb, cursor);
            default -> whole(verb, cursor, tokens);
        };
    }

    private MysqlDataReader data() {
        return new MysqlDataReader(opinion, dialect);
    }

    /** START of anything else is replication's. */
    private static List<Operation> transaction(String verb, MysqlCursor cursor) {
        cursor.next();
        if (cursor.sees("NOT")) {
            throw new Unsure("a block can do anything");
        }
        if (verb.equals("START") && !cursor.sees("TRANSACTION")) {
            throw new Unsure("it starts something that is no transaction");
        }
        return List.of(new OtherOperation.TransactionControl(verb));
    }

    private List<Operation> shown(String verb, MysqlCursor cursor, List<Token> tokens) {
        MysqlShowReader reader = showing(cursor);
        cursor.next();
        return switch (verb) {
            case "EXPLAIN", "DESCRIBE", "DESC" -> reader.explained();
            default -> {
                List<Operation> operations = reader.shown(verb.toLowerCase(Locale.ROOT));
                opinion.check(tokens, operations, List.of());
                yield operations;
            }
        };
    }

    private MysqlShowReader showing(MysqlCursor cursor) {
        return new MysqlShowReader(cursor, dialect, this::inner);
    }

    private List<Operation> prepared(String verb, MysqlCursor cursor) {
        MysqlPreparedReader reader = new MysqlPreparedReader(cursor, dialect, this::certain);
        cursor.next();
        return switch (verb) {
            case "PREPARE" -> reader.prepare();
            case "EXECUTE" -> reader.execute();
            default -> reader.deallocate();
        };
    }

    /** A statement in the text of another one: a part of it that is no longer than the whole. */
    private List<Operation> inner(List<Token> tokens) {
        List<Token> known = MysqlForms.known(tokens, dialect);
        if (known.isEmpty()) {
            throw new Unsure("expected a statement");
        }
        return read(known, known.getLast().end() - known.getFirst().start());
    }

    /** A statement of its own, or one that runs another. */
    private List<Operation> whole(String verb, MysqlCursor cursor, List<Token> tokens) {
        MysqlCursor inside = cursor.over(cursor.remaining());
        inside.next();
        if (verb.equals("SET") && dialect == Dialect.MARIADB && inside.accept("STATEMENT")) {
            return showing(inside).set();
        }
        Optional<List<Operation>> analyzed =
                verb.equals("ANALYZE") ? showing(inside).analyzed() : Optional.empty();
        return analyzed.isPresent() ? analyzed.get() : definition(verb, cursor, tokens);
    }

    private List<Operation> definition(String verb, MysqlCursor cursor, List<Token> tokens) {
        cursor.next();
        List<Operation> operations;
        List<AlterShape> shapes = List.of();
        List<Token> known = tokens;
        if (verb.equals("ALTER") && seesAlterTable(cursor)) {
            MysqlAlterReader reader = new MysqlAlterReader(cursor, dialect).read();
            operations = reader.operations();
            shapes = reader.knownShapes();
            known = reader.knownTokens(tokens);
        } else if (verb.equals("CREATE")) {
            boolean replaces = cursor.accept("OR", "REPLACE");
            boolean temporary = cursor.accept("TEMPORARY");
            if (cursor.accept("TABLE")) {
                MysqlTableReader reader = new MysqlTableReader(cursor, dialect, data(), replaces, temporary).read();
                operations = reader.operations();
                shapes = reader.shapes();
            } else {
                operations = objects(cursor).create(replaces);
                known = MysqlForms.unconditional(tokens);
            }
        } else {
            operations = other(verb, cursor);
        }
        if (!known.isEmpty()) {
            opinion.check(known, operations, shapes);
        }
        return operations;
    }

    private MysqlObjectReader objects(MysqlCursor cursor) {
        return new MysqlObjectReader(cursor, this::inner);
    }

    private static boolean seesAlterTable(MysqlCursor cursor) {
        return cursor.seesAny("TABLE", "ONLINE", "IGNORE");
    }

    private List<Operation> other(String verb, MysqlCursor cursor) {
        MysqlOtherReader reader = new MysqlOtherReader(cursor);
        if (verb.equals("DROP") && cursor.sees("PREPARE")) {
            return new MysqlPreparedReader(cursor, dialect, this::certain).deallocate();
        }
        return switch (verb) {
            case "ALTER" -> objects(cursor).alter();
            case "DROP" -> objects(cursor).drop();
            case "TRUNCATE" -> reader.truncate();
            case "RENAME" -> reader.rename();
            case "OPTIMIZE", "ANALYZE", "CHECK", "REPAIR" -> reader.maintain(Maintenance.valueOf(verb));
            case "LOCK" -> reader.lock();
            case "UNLOCK" -> reader.unlock();
            case "FLUSH" -> reader.flush();
            case "USE" -> reader.use();
            case "SET" -> new MysqlSettings(cursor).read();
            case "GRANT" -> reader.privileges(false);
            case "REVOKE" -> reader.privileges(true);
            case "LOAD" -> reader.load();
            case "CHECKSUM" -> reader.checksum();
            case "CALL" -> throw new Unsure("a procedure can do anything");
            default -> throw new Unsure("this kind of statement is not known");
        };
    }
}
