package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;

/** Reads the actions of ALTER TABLE that leave columns, keys and partitions as they are defined. */
final class MysqlActionReader {
    private final MysqlCursor cursor;
    private final ObjectName table;

    MysqlActionReader(MysqlCursor cursor, ObjectName table) {
        this.cursor = cursor;
        this.table = table;
    }

    /** After {@code ALTER}: a column, an index or a constraint gets another property. */
    Operation alter() {
        if (cursor.acceptAny("INDEX", "KEY")) {
            cursor.acceptIfExists();
            String index = cursor.folded();
            boolean visible = cursor.accept("VISIBLE") || cursor.accept("NOT", "IGNORED");
            if (!visible && !cursor.acceptAny("INVISIBLE", "IGNORED")) {
                throw new Unsure("an unknown action on an index");
            }
            return new MysqlOperation.ShowKey(table, index, visible);
        }
        if (cursor.acceptAny("CHECK", "CONSTRAINT")) {
            String constraint = cursor.folded();
            boolean enforced = !cursor.accept("NOT");
            cursor.expect("ENFORCED");
            return new MysqlOperation.EnforceCheck(table, constraint, enforced);
        }
        cursor.accept("COLUMN");
        cursor.acceptIfExists();
        String column = cursor.folded();
        if (cursor.accept("DROP", "DEFAULT")) {
            return new TableOperation.DropDefault(table, column);
        }
        cursor.expect("SET");
        if (cursor.accept("DEFAULT")) {
            return new TableOperation.SetDefault(table, column, cursor.untilComma());
        }
        boolean visible = cursor.accept("VISIBLE");
        if (!visible) {
            cursor.expect("INVISIBLE");
        }
        return new MysqlOperation.ShowColumn(table, column, visible);
    }

    /** After the word. */
    Operation other(String word) {
        switch (word) {
            case "CONVERT" -> {
                return convert();
            }
            case "FORCE" -> {
                return new MysqlOperation.Rebuild(table);
            }
            case "ORDER" -> {
                cursor.expect("BY");
                cursor.commaSeparated(this::orderColumn);
                return new MysqlOperation.Rebuild(table);
            }
            case "ENABLE", "DISABLE" -> {
                cursor.expect("KEYS");
                return new MysqlOperation.SwitchKeys(table);
            }
            case "DISCARD", "IMPORT" -> {
                cursor.expect("TABLESPACE");
                return new MysqlOperation.ChangeTablespace(table, word.equals("DISCARD"));
            }
            default -> throw new Unsure("an unknown action on a table");
        }
    }

    private Operation convert() {
        cursor.expect("TO");
        if (!cursor.accept("CHARSET")) {
            cursor.expect("CHARACTER", "SET");
        }
        String charset = cursor.value();
        return new MysqlOperation.ConvertCharset(table, cursor.accept("COLLATE") ? cursor.value() : charset);
    }

    private String orderColumn() {
        String column = cursor.folded();
        cursor.acceptAny("ASC", "DESC");
        return column;
    }
}
