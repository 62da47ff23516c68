package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.InnodbFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the keys of an index may become. */
public final class KeyLength {
    /** Of DYNAMIC and COMPRESSED tables of InnoDB, for the whole key and each column of it, in bytes (measured). */
    public static final int LONGEST = 3072;

    /** Of COMPACT and REDUNDANT tables, for each column. */
    private static final int LONGEST_COMPACT = 767;

    private static final Pattern CHAR = Pattern.compile("char\\((\\d{1,3})\\)");

    private KeyLength() {}

    /**
     * Longer than the server can sort by, for certain: where a length is not known, none is counted.
     *
     * @param anew each column as it will be
     */
    public static boolean exceeds(IndexFacts index, TableFacts table, UnaryOperator<ColumnFacts> anew) {
        if (!index.method().equals("btree") || index.computed()) {
            return false;
        }
        InnodbFacts stored = table.innodb().orElse(InnodbFacts.DEFAULTS);
        boolean compact = List.of("compact", "redundant").contains(stored.rowFormat());
        int whole = 0;
        int longest = 0;
        for (String name : index.columns()) {
            Optional<ColumnFacts> column = table.column(name).map(anew);
            int bytes = column.map(c -> bytes(c, index, stored.collation())).orElse(0);
            whole += bytes;
            longest = Math.max(longest, bytes);
        }
        return stored.innodb() && (whole > LONGEST || (compact && longest > LONGEST_COMPACT));
    }

    /** A beginning of text without an end is indexed, and nothing says how much of it. */
    static boolean unbounded(ColumnFacts column, IndexFacts index) {
        boolean text = column.type().endsWith("text") || column.type().endsWith("blob");
        return text && prefix(column.name(), index) < 0;
    }

    private static int bytes(ColumnFacts column, IndexFacts index, String tableCollation) {
        int each = Charsets.maxBytes(Charsets.collation(column.collation(), tableCollation));
        int prefix = prefix(column.name(), index);
        Matcher fixed = CHAR.matcher(column.type());
        int whole = fixed.matches() ? Integer.parseInt(fixed.group(1)) * each : TypeWidth.bytes(column.type(), each);
        return prefix < 0 ? whole : Math.min(whole, prefix * Math.max(1, each));
    }

    /** How many characters of the column are indexed; -1 for all of them. */
    private static int prefix(String column, IndexFacts index) {
        Matcher part = Pattern.compile("[(, ]" + Pattern.quote(column) + "\\((\\d{1,6})\\)")
                .matcher(index.definition());
        return part.find() ? Integer.parseInt(part.group(1)) : -1;
    }
}
