package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.MysqlOperation.ChangeColumn;
import java.util.List;
import java.util.Optional;

/** Whether a redefined column may refuse or change values that it holds now. */
public final class Narrowing {
    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");

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

    private static boolean widens(String from, String to) {
        return later(INTEGERS, from, to) || later(TEXTS, from, to) || longer(from, to);
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
