package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns as MySQL and MariaDB tell them, in one spelling. */
final class MysqlColumns {
    private static final Pattern DISPLAY_WIDTH =
            Pattern.compile("^(tinyint|smallint|mediumint|int|bigint|year)\\(\\d+\\)");
    private static final Pattern NUMBER =
            Pattern.compile("^(?:tinyint|smallint|mediumint|int|bigint|year|decimal|float|double|bit)\\b.*");

    private static final Pattern ON_UPDATE = Pattern.compile("on update [\\w()]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\binvisible\\b");

    private MysqlColumns() {}

    /**
     * From schema, table, position, name, type, nullable, default, extra, generation expression and collation.
     *
     * @param quotes the server quotes texts in defaults, as MariaDB does
     */
    static ColumnFacts column(ResultSet row, boolean quotes) throws SQLException {
        String type = type(row.getString(5));
        String extra = text(row, 8);
        String generated = generated(extra);
        boolean computed = generated.equals("stored") || generated.equals("virtual");
        String expression = computed ? row.getString(9) : value(row.getString(7), type, extra, quotes);
        return new ColumnFacts(
                row.getString(4).toLowerCase(Locale.ROOT),
                type,
                text(row, 6).equals("no"),
                expression,
                generated,
                text(row, 10),
                -1,
                attributes(extra));
    }

    /** Lower case but for the members of ENUM and SET, without the display width of integers, but for the one of BOOLEAN. */
    private static String type(String type) {
        int members = type.indexOf('(');
        String word = members < 0 ? type : type.substring(0, members);
        String lower = word.toLowerCase(Locale.ROOT);
        String cased = lower.equals("enum") || lower.equals("set")
                ? lower + type.substring(members)
                : type.toLowerCase(Locale.ROOT);
        return cased.equals("tinyint(1)") ? cased : DISPLAY_WIDTH.matcher(cased).replaceFirst("$1");
    }

    private static String generated(String extra) {
        if (extra.contains("stored generated") || extra.contains("persistent")) {
            return "stored";
        }
        return extra.contains("virtual generated") ? "virtual" : extra.contains("auto_increment") ? "identity" : "";
    }

    private static @Nullable String value(@Nullable String told, String type, String extra, boolean quotes) {
        String value = told;
        if (quotes && "NULL".equals(told)) {
            value = null;
        } else if (told != null
                && !quotes
                && !extra.contains("default_generated")
                && !NUMBER.matcher(type).matches()) {
            value = "'" + told.replace("\\", "\\\\").replace("'", "''") + "'";
        }
        return value;
    }

    private static List<String> attributes(String extra) {
        List<String> attributes = new ArrayList<>();
        Matcher update = ON_UPDATE.matcher(extra);
        if (update.find()) {
            attributes.add(update.group());
        }
        if (INVISIBLE.matcher(extra).find()) {
            attributes.add(ColumnDefinition.INVISIBLE);
        }
        return attributes;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("").toLowerCase(Locale.ROOT);
    }
}
