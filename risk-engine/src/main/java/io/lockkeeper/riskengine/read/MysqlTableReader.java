package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.MysqlOperation.SetCharset;
import io.lockkeeper.riskengine.operation.MysqlOperation.SetOption;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads CREATE TABLE. Plain indexes inside follow as operations of their own, so that a schema file knows them. */
final class MysqlTableReader {
    private static final Set<String> KEPT_OPTIONS = Set.of("ENGINE", "ROW_FORMAT");

    private final MysqlCursor cursor;
    private final Dialect dialect;
    private final MysqlDataReader data;
    private final boolean replaces;
    private final boolean temporary;
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final List<ConstraintDefinition> constraints = new ArrayList<>();
    private final List<CreateIndex> indexes = new ArrayList<>();
    private final List<AlterShape> shapes = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private List<ObjectName> sources = List.of();

    /** After {@code TABLE}. */
    MysqlTableReader(MysqlCursor cursor, Dialect dialect, MysqlDataReader data, boolean replaces, boolean temporary) {
        this.cursor = cursor;
        this.dialect = dialect;
        this.data = data;
        this.replaces = replaces;
        this.temporary = temporary;
    }

    MysqlTableReader read() {
        boolean ifNotExists = cursor.acceptIfNotExists();
        ObjectName table = cursor.name();
        MysqlTableOptions options = new MysqlTableOptions(cursor, table);
        if (!like() && !seesQuery()) {
            if (cursor.seesSymbol('(')) {
                elements(table);
            }
            options(options);
        }
        boolean fromQuery = seesQuery();
        if (fromQuery) {
            query();
        }
        cursor.expectEnd();
        if (columns.isEmpty() && sources.isEmpty() && !fromQuery) {
            throw new Unsure("a table without a column");
        }
        if (replaces) {
            operations.add(new TableOperation.DropTable(table, true, false));
        }
        operations.add(new TableOperation.CreateTable(
                table, columns, constraints, ifNotExists, temporary, null, List.of(), sources, fromQuery));
        operations.addAll(indexes);
        options.operations().stream().filter(MysqlTableReader::kept).forEach(operations::add);
        return this;
    }

    List<Operation> operations() {
        return operations;
    }

    /** One per element, as the grammars count them. */
    List<AlterShape> shapes() {
        return shapes;
    }

    private static boolean kept(Operation operation) {
        return operation instanceof SetCharset
                || (operation instanceof SetOption option && KEPT_OPTIONS.contains(option.option()));
    }

    private boolean like() {
        MysqlCursor inside = cursor;
        if (cursor.seesSymbol('(') && cursor.over(cursor.remaining()).group().sees("LIKE")) {
            inside = cursor.group();
        }
        if (!inside.accept("LIKE")) {
            return false;
        }
        sources = List.of(inside.name());
        inside.expectEnd();
        return true;
    }

    private boolean seesQuery() {
        if (cursor.seesSymbol('(')) {
            return cursor.over(cursor.remaining()).group().seesAny("SELECT", "WITH", "VALUES", "TABLE");
        }
        return cursor.seesAny("IGNORE", "REPLACE", "AS", "SELECT", "WITH", "VALUES", "TABLE");
    }

    /** {@code [IGNORE | REPLACE] [AS] SELECT …}, up to the end. */
    private void query() {
        cursor.acceptAny("IGNORE", "REPLACE");
        cursor.accept("AS");
        sources = data.sources(cursor.remaining());
        cursor.rest();
    }

    private void elements(ObjectName table) {
        for (MysqlCursor item : cursor.group().items()) {
            element(item, table);
            item.expectEnd();
        }
    }

    private void element(MysqlCursor item, ObjectName table) {
        MysqlKeyReader keys = new MysqlKeyReader(item);
        if (item.accept("PERIOD", "FOR")) {
            item.folded();
            item.foldedList();
            shapes.add(AlterShape.ADD_KEY);
            return;
        }
        if (!keys.seesKey()) {
            columns.add(new MysqlColumnReader(item, dialect).read(false));
            shapes.add(AlterShape.ADD_COLUMN);
            return;
        }
        shapes.add(AlterShape.ADD_KEY);
        MysqlKeyReader.Key key = keys.read(table);
        CreateIndex index = key.index();
        if (key.constraint() != null) {
            constraints.add(key.constraint());
        } else if (index != null && index.unique()) {
            constraints.add(unique(index));
        } else if (index != null) {
            indexes.add(index);
        }
    }

    private static ConstraintDefinition unique(CreateIndex index) {
        ObjectName name = index.name();
        return new ConstraintDefinition(
                name == null ? null : name.name(),
                ConstraintKind.UNIQUE,
                index.columns(),
                MysqlKeyReader.beginnings(index.columns(), index.keys()),
                null,
                false,
                null,
                true);
    }

    private void options(MysqlTableOptions options) {
        while (true) {
            if (options.seesOption()) {
                options.readOne();
            } else if (!cursor.acceptSymbol(',')
                    && !cursor.accept("WITH", "SYSTEM", "VERSIONING")
                    && !cursor.accept("START", "TRANSACTION")) {
                break;
            }
        }
        if (cursor.accept("PARTITION", "BY")) {
            do {
                cursor.skipOne();
            } while (!cursor.atEnd() && !cursor.seesAny("IGNORE", "REPLACE", "AS", "SELECT", "WITH"));
        }
    }
}
