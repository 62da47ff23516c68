package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.MysqlOperation.SetCharset;
import io.lockkeeper.riskengine.operation.MysqlOperation.SetOption;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads table options from a closed list: a word that is not in it is a typing error, not an option. */
final class MysqlTableOptions {
    private static final Set<String> NAMES = Set.of(
            "ENGINE",
            "TYPE",
            "AUTO_INCREMENT",
            "AUTOEXTEND_SIZE",
            "AVG_ROW_LENGTH",
            "CHECKSUM",
            "TABLE_CHECKSUM",
            "COMMENT",
            "COMPRESSION",
            "CONNECTION",
            "DELAY_KEY_WRITE",
            "ENCRYPTION",
            "ENCRYPTED",
            "ENCRYPTION_KEY_ID",
            "ENGINE_ATTRIBUTE",
            "SECONDARY_ENGINE",
            "SECONDARY_ENGINE_ATTRIBUTE",
            "IETF_QUOTES",
            "INSERT_METHOD",
            "KEY_BLOCK_SIZE",
            "MAX_ROWS",
            "MIN_ROWS",
            "PACK_KEYS",
            "PAGE_CHECKSUM",
            "PAGE_COMPRESSED",
            "PAGE_COMPRESSION_LEVEL",
            "PASSWORD",
            "ROW_FORMAT",
            "SEQUENCE",
            "STATS_AUTO_RECALC",
            "STATS_PERSISTENT",
            "STATS_SAMPLE_PAGES",
            "TABLESPACE",
            "TRANSACTIONAL");

    private final MysqlCursor cursor;
    private final ObjectName table;
    private final List<Operation> operations = new ArrayList<>();
    private String charset = "";
    private String collation = "";
    private int count;

    MysqlTableOptions(MysqlCursor cursor, ObjectName table) {
        this.cursor = cursor;
        this.table = table;
    }

    /** How many options were read. */
    int count() {
        return count;
    }

    boolean seesOption() {
        return seesCharset()
                || cursor.sees("DEFAULT", "COLLATE")
                || cursor.sees("COLLATE")
                || cursor.sees("DATA", "DIRECTORY")
                || cursor.sees("INDEX", "DIRECTORY")
                || cursor.sees("UNION")
                || cursor.sees("STORAGE", "ENGINE")
                || NAMES.stream().anyMatch(cursor::sees);
    }

    private boolean seesCharset() {
        return cursor.sees("CHARSET")
                || cursor.sees("CHARACTER", "SET")
                || cursor.sees("DEFAULT", "CHARSET")
                || cursor.sees("DEFAULT", "CHARACTER");
    }

    /** All that follow without a comma. */
    MysqlTableOptions readAll() {
        while (seesOption()) {
            readOne();
        }
        return this;
    }

    void readOne() {
        count++;
        if (seesCharset()) {
            cursor.accept("DEFAULT");
            if (!cursor.accept("CHARSET")) {
                cursor.expect("CHARACTER", "SET");
            }
            charset = cursor.value();
        } else if (cursor.accept("DEFAULT", "COLLATE") || cursor.accept("COLLATE")) {
            collation = cursor.value();
        } else if (cursor.acceptAny("DATA", "INDEX")) {
            cursor.expect("DIRECTORY");
            operations.add(new SetOption(table, "DIRECTORY", cursor.value()));
        } else if (cursor.accept("UNION")) {
            cursor.acceptSymbol('=');
            operations.add(new SetOption(table, "UNION", cursor.group().rest()));
        } else {
            cursor.accept("STORAGE");
            String name = cursor.word();
            operations.add(new SetOption(table, name.equals("TYPE") ? "ENGINE" : name, cursor.value()));
            if (name.equals("TABLESPACE") && cursor.accept("STORAGE")) {
                cursor.word();
            }
        }
    }

    /** Character set and collation are one operation, before the others. */
    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        if (!charset.isEmpty() || !collation.isEmpty()) {
            all.add(new SetCharset(table, collation.isEmpty() ? charset : collation));
        }
        all.addAll(operations);
        return all;
    }
}
