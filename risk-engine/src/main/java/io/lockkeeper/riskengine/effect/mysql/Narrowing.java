package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangeColumn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a redefined column may refuse or change values that it holds now. */
public final class Narrowing {
    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");

    private static final List<String> FRACTIONAL = List.of("float", "double");
    private static final List<String> TIMES = List.of("datetime", "timestamp", "time");
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,3}),(\\d{1,3})\\)");

    private Narrowing() {}

    /** True when the old column is not known. */
    public static boolean possible(ChangeColumn change, TargetFacts facts) {
        Altered table = new Altered(facts, change.table(), List.of());
        Optional<ColumnChange> known = ColumnChange.of(change, table);
        if (known.isEmpty()) {
            return true;
        }
        boolean retyped = known.get().type() == TypeWidth.OTHER
                && !widens(
                        table.column(change.column()).orElseThrow().type(),
                        change.definition().type());
        return retyped || known.get().toNotNull();
    }

    /**
     * Whether a value that does not fit makes the statement fail and change nothing: under strict mode, unless the new type
     * rounds or cuts it without a word.
     */
    public static boolean refuses(ChangeColumn change, TargetFacts facts) {
        Altered table = new Altered(facts, change.table(), List.of());
        Optional<ColumnFacts> old = table.column(change.column());
        return old.isPresent()
                && table.strict()
                && !rounds(old.get().type(), change.definition().type());
    }

    /** Fractions and times of day are lost silently, even under strict mode. */
    private static boolean rounds(String from, String to) {
        boolean fractional = FRACTIONAL.contains(base(from)) || base(from).equals("decimal");
        if (fractional) {
            boolean same = base(from).equals("decimal") && base(to).equals("decimal");
            boolean text = TEXTS.contains(base(to)) || base(to).endsWith("char");
            return same ? fraction(to) < fraction(from) : !text && !base(to).equals("double");
        }
        return TIMES.contains(base(from)) && (!base(from).equals(base(to)) || length(to) < length(from));
    }

    private static boolean widens(String from, String to) {
        return later(INTEGERS, from, to)
                || later(TEXTS, from, to)
                || longer(from, to)
                || finer(from, to)
                || (base(from).equals("date") && base(to).equals("datetime"))
                || (base(from).equals("float") && base(to).equals("double"));
    }

    /** As many digits before the point, and as many behind it, or more of either; or more of a second's fraction. */
    private static boolean finer(String from, String to) {
        if (base(from).equals("decimal") && base(to).equals("decimal")) {
            return from.endsWith("unsigned") == to.endsWith("unsigned")
                    && fraction(to) >= fraction(from)
                    && digits(to) - fraction(to) >= digits(from) - fraction(from);
        }
        return TIMES.contains(base(from)) && base(from).equals(base(to)) && length(to) >= length(from);
    }

    private static int digits(String decimal) {
        Matcher matcher = DECIMAL.matcher(decimal);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static int fraction(String decimal) {
        Matcher matcher = DECIMAL.matcher(decimal);
        return matcher.find() ? Integer.parseInt(matcher.group(2)) : 0;
    }

    /** Further on in the list, and of the same sign. */
    private static boolean later(List<String> order, String from, String to) {
        int old = order.indexOf(base(from));
        int next = order.indexOf(base(to));
        return old >= 0 && next > old && from.contains("unsigned") == to.contains("unsigned");
    }

    private static boolean longer(String from, String to) {
        boolean text = base(from).equals("varchar") || base(from).equals("char");
        boolean same = text && (base(to).equals("varchar") || base(to).equals("char"));
        return same ? length(to) >= length(from) : text && TEXTS.indexOf(base(to)) > 0;
    }

    private static String base(String type) {
        return type.replaceFirst("[ (].*", "");
    }

    private static int length(String type) {
        String digits = type.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 8 ? 0 : Integer.parseInt(digits);
    }
}
