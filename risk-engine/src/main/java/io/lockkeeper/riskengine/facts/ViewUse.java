package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tables and columns a view uses, by the words of its query: a column counts as used when its name is there at all, or
 * a star. That says too much now and then, never too little.
 */
final class ViewUse {
    private ViewUse() {}

    /** The facts, in which the tables know of the view. */
    static TargetFacts seen(TargetFacts facts, ObjectName view, String sql) {
        List<String> words = SqlWords.of(sql, facts.dialect());
        TargetFacts changed = facts;
        boolean star = star(words);
        ObjectName name = facts.qualified(view);
        for (TableFacts table : tables(facts, words, name)) {
            List<String> columns = table.columns().stream()
                    .map(ColumnFacts::name)
                    .filter(column -> star || words.contains(column))
                    .toList();
            List<DependentFacts> dependents = new ArrayList<>(table.dependents());
            dependents.removeIf(d -> d.name().equals(name));
            dependents.add(new DependentFacts(name, columns));
            changed = Relations.put(changed, table.withDependents(dependents));
        }
        return changed;
    }

    /** The star of {@code count(*)} is no column. */
    static boolean star(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean counts = i > 0
                    && i + 1 < words.size()
                    && words.get(i - 1).equals("(")
                    && words.get(i + 1).equals(")");
            if (words.get(i).equals("*") && !counts) {
                return true;
            }
        }
        return false;
    }

    static Set<TableFacts> tables(TargetFacts facts, List<String> words, ObjectName view) {
        Set<TableFacts> tables = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String schema = i > 1 && words.get(i - 1).equals(".") ? words.get(i - 2) : null;
            ObjectName name = new ObjectName(schema, words.get(i));
            if (!facts.qualified(name).equals(view)) {
                facts.table(name).ifPresent(tables::add);
            }
        }
        return tables;
    }
}
