package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangePartitions;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads ALTER TABLE action by action. An action that is not listed here makes the whole statement unreadable. */
final class MysqlAlterReader {
    private static final String PRIMARY = "primary";

    private final MysqlCursor cursor;
    private final Dialect dialect;
    private final List<Operation> operations = new ArrayList<>();
    private final List<AlterShape> shapes = new ArrayList<>();
    private final MysqlDemand demand;
    private final ObjectName table;
    private final boolean ignores;
    private boolean unparsable;
    private final List<Unknown> unknown = new ArrayList<>();

    /** After {@code ALTER}. */
    MysqlAlterReader(MysqlCursor cursor, Dialect dialect) {
        this.cursor = cursor;
        this.dialect = dialect;
        boolean online = cursor.accept("ONLINE");
        ignores = cursor.accept("IGNORE");
        cursor.expect("TABLE");
        cursor.acceptIfExists();
        table = cursor.name();
        demand = new MysqlDemand(cursor, table);
        cursor.acceptWait();
        if (online) {
            demand.online();
            operations.add(demand.operation());
        }
    }

    MysqlAlterReader read() {
        if (cursor.atEnd()) {
            throw new Unsure("an ALTER TABLE without an action");
        }
        do {
            int from = cursor.position();
            int shape = shapes.size();
            action();
            if (unparsable) {
                unknown.add(new Unknown(from, cursor.position(), shape));
                unparsable = false;
            }
        } while (cursor.acceptSymbol(','));
        trailing();
        cursor.expectEnd();
        if (ignores && operations.stream().anyMatch(MysqlAlterReader::loses)) {
            throw new Unsure("IGNORE deletes or changes the rows that do not fit, without saying how many");
        }
        return this;
    }

    List<Operation> operations() {
        operations.replaceAll(o -> o instanceof MysqlOperation.DemandAlgorithm ? demand.operation() : o);
        return operations;
    }

    /** What no grammar at hand knows: only this reader says what it is. */
    private record Unknown(int from, int to, int shape) {}

    /** One per action that a grammar can know, as they count them. */
    List<AlterShape> knownShapes() {
        List<AlterShape> known = new ArrayList<>(shapes);
        unknown.reversed().forEach(action -> known.remove(action.shape));
        return known;
    }

    /** The statement without the actions that no grammar knows; empty when nothing is left. */
    List<Token> knownTokens(List<Token> tokens) {
        if (unknown.size() == shapes.size()) {
            return List.of();
        }
        List<Token> known = new ArrayList<>(tokens);
        for (Unknown action : unknown.reversed()) {
            boolean last = action.to == known.size();
            known.subList(last ? action.from - 1 : action.from, last ? action.to : action.to + 1)
                    .clear();
        }
        return known;
    }

    private static boolean loses(Operation operation) {
        return switch (operation) {
            case CreateIndex index -> index.unique();
            case TableOperation.AddConstraint ignored -> true;
            case MysqlOperation.ChangeColumn ignored -> true;
            case MysqlOperation.ConvertCharset ignored -> true;
            case ChangePartitions ignored -> true;
            case TableOperation.AddColumn add ->
                add.definition().has(ConstraintKind.UNIQUE) || add.definition().has(ConstraintKind.PRIMARY_KEY);
            default -> false;
        };
    }

    /** PARTITION BY and REMOVE PARTITIONING follow the last action without a comma. */
    private void trailing() {
        if (cursor.sees("PARTITION", "BY") || cursor.sees("REMOVE", "PARTITIONING")) {
            partitions().ifPresent(operations::add);
        }
    }

    private void action() {
        if (demand.seesDemand()) {
            if (operations.stream().noneMatch(o -> o instanceof MysqlOperation.DemandAlgorithm)) {
                operations.add(demand.operation());
            }
            demand.read();
            shapes.add(AlterShape.DEMAND);
            return;
        }
        Optional<ChangePartitions> partitions = partitions();
        if (partitions.isPresent()) {
            operations.add(partitions.get());
            return;
        }
        MysqlTableOptions options = new MysqlTableOptions(cursor, table);
        if (options.seesOption()) {
            operations.addAll(options.readAll().operations());
            for (int i = 0; i < options.count(); i++) {
                shapes.add(AlterShape.OPTION);
            }
            return;
        }
        String word = cursor.word();
        switch (word) {
            case "ADD" -> add();
            case "DROP" -> drop();
            case "CHANGE" -> change(true);
            case "MODIFY" -> change(false);
            case "ALTER" -> put(AlterShape.ALTER, new MysqlActionReader(cursor, table).alter());
            case "RENAME" -> rename();
            default -> put(AlterShape.OTHER, new MysqlActionReader(cursor, table).other(word));
        }
    }

    private Optional<ChangePartitions> partitions() {
        unparsable |= cursor.sees("CONVERT", "PARTITION") || cursor.sees("CONVERT", "TABLE");
        Optional<ChangePartitions> read = new MysqlPartitionReader(cursor, table).read();
        if (read.isPresent()) {
            shapes.add(AlterShape.PARTITION);
        }
        return read;
    }

    private void put(AlterShape shape, Operation operation) {
        shapes.add(shape);
        operations.add(operation);
    }

    private void add() {
        MysqlKeyReader keys = new MysqlKeyReader(cursor);
        if (cursor.accept("SYSTEM", "VERSIONING")) {
            put(AlterShape.VERSIONING, new MysqlOperation.ChangeVersioning(table, false));
        } else if (cursor.accept("PERIOD", "FOR")) {
            unparsable |= cursor.sees("SYSTEM_TIME");
            cursor.folded();
            cursor.foldedList();
            put(AlterShape.VERSIONING, new MysqlOperation.ChangeVersioning(table, false));
        } else if (keys.seesKey()) {
            unparsable |= cursor.sees("VECTOR");
            MysqlKeyReader.Key key = keys.read(table);
            put(AlterShape.ADD_KEY, key.operation(table));
        } else {
            addColumns();
        }
    }

    private void addColumns() {
        cursor.accept("COLUMN");
        boolean ifNotExists = cursor.acceptIfNotExists();
        shapes.add(AlterShape.ADD_COLUMN);
        if (!cursor.seesSymbol('(')) {
            operations.add(new TableOperation.AddColumn(table, column(cursor, true), ifNotExists));
            return;
        }
        for (MysqlCursor item : cursor.group().items()) {
            MysqlKeyReader keys = new MysqlKeyReader(item);
            operations.add(
                    keys.seesKey()
                            ? keys.read(table).operation(table)
                            : new TableOperation.AddColumn(table, column(item, false), ifNotExists));
            item.expectEnd();
        }
    }

    private ColumnDefinition column(MysqlCursor from, boolean positioned) {
        return new MysqlColumnReader(from, dialect).read(positioned);
    }

    private void change(boolean renames) {
        cursor.accept("COLUMN");
        boolean ifExists = cursor.acceptIfExists();
        String before = renames ? cursor.folded() : "";
        ColumnDefinition definition = column(cursor, true);
        put(
                AlterShape.CHANGE_COLUMN,
                new MysqlOperation.ChangeColumn(table, renames ? before : definition.name(), definition, ifExists));
    }

    private void drop() {
        if (cursor.accept("SYSTEM", "VERSIONING")) {
            unparsable = true;
            put(AlterShape.VERSIONING, new MysqlOperation.ChangeVersioning(table, true));
        } else if (cursor.accept("PERIOD", "FOR")) {
            cursor.folded();
            put(AlterShape.VERSIONING, new MysqlOperation.ChangeVersioning(table, true));
        } else if (cursor.accept("PRIMARY", "KEY")) {
            put(AlterShape.DROP_KEY, new MysqlOperation.DropPrimaryKey(table));
        } else if (cursor.accept("FOREIGN", "KEY")) {
            boolean ifExists = cursor.acceptIfExists();
            put(AlterShape.DROP_KEY, new MysqlOperation.DropForeignKey(table, cursor.folded(), ifExists));
        } else if (cursor.acceptAny("INDEX", "KEY")) {
            boolean ifExists = cursor.acceptIfExists();
            put(AlterShape.DROP_KEY, dropKey(table, cursor.folded(), ifExists));
        } else if (cursor.acceptAny("CONSTRAINT", "CHECK")) {
            boolean ifExists = cursor.acceptIfExists();
            String constraint = cursor.folded();
            put(
                    AlterShape.DROP_KEY,
                    constraint.equals(PRIMARY)
                            ? new MysqlOperation.DropPrimaryKey(table)
                            : new TableOperation.DropConstraint(table, constraint, ifExists, false));
        } else {
            cursor.accept("COLUMN");
            boolean ifExists = cursor.acceptIfExists();
            String column = cursor.folded();
            boolean cascade = !cursor.accept("RESTRICT") && cursor.accept("CASCADE");
            put(AlterShape.DROP_COLUMN, new TableOperation.DropColumn(table, column, ifExists, cascade));
        }
    }

    private void rename() {
        shapes.add(AlterShape.RENAME);
        boolean column = cursor.accept("COLUMN");
        if (column || cursor.acceptAny("INDEX", "KEY")) {
            cursor.acceptIfExists();
            String from = cursor.folded();
            cursor.expect("TO");
            String to = cursor.folded();
            operations.add(
                    column
                            ? new TableOperation.RenameColumn(table, from, to)
                            : new MysqlOperation.RenameKey(table, from, to));
            return;
        }
        if (!cursor.acceptAny("TO", "AS")) {
            cursor.acceptSymbol('=');
        }
        operations.addAll(renamed(table, cursor.name()));
    }

    /** The primary key can be dropped by its name, too. */
    static Operation dropKey(ObjectName table, String index, boolean ifExists) {
        return index.equals(PRIMARY)
                ? new MysqlOperation.DropPrimaryKey(table)
                : new MysqlOperation.DropKey(table, index, ifExists);
    }

    /** A table that gets another database moves there first. */
    static List<Operation> renamed(ObjectName table, ObjectName to) {
        String schema = to.schema();
        List<Operation> steps = new ArrayList<>();
        ObjectName moved = table;
        if (schema != null && !schema.equals(table.schema())) {
            steps.add(new TableOperation.SetSchema(table, schema));
            moved = ObjectName.of(schema, table.name());
        }
        if (steps.isEmpty() || !table.name().equals(to.name())) {
            steps.add(new TableOperation.RenameTable(moved, to.name()));
        }
        return steps;
    }
}
