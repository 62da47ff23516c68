package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.OtherOperation.CreateView;
import io.lockkeeper.riskengine.operation.QueryColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why CREATE OR REPLACE VIEW is refused: a view keeps its columns, their names, their order and their types; new ones come
 * behind them (measured on 12-18).
 */
final class ReplacedView {
    private ReplacedView() {}

    static @Nullable String refused(CreateView view, TargetFacts facts) {
        ObjectName name = facts.qualified(view.object());
        if (!view.orReplace()) {
            return null;
        }
        if (facts.tables().containsKey(name)) {
            return name + " is not a view";
        }
        List<ColumnFacts> old = facts.definitions().views().getOrDefault(name, List.of());
        List<QueryColumn> columns = view.columns();
        if (old.isEmpty() || columns.isEmpty()) {
            return null;
        }
        if (columns.size() < old.size()) {
            return "a view loses no column when it is replaced, and " + name + " has " + old.size();
        }
        for (int i = 0; i < old.size(); i++) {
            String refused = changed(old.get(i), columns.get(i), view, facts);
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private static @Nullable String changed(ColumnFacts old, QueryColumn now, CreateView view, TargetFacts facts) {
        if (!now.name().isEmpty() && !now.name().equals(old.name())) {
            return "the view's column " + old.name() + " cannot be named " + now.name();
        }
        Set<String> types = view.sources().stream()
                .flatMap(source -> facts.table(source).stream())
                .flatMap(table -> table.column(now.of()).stream())
                .map(ColumnFacts::type)
                .collect(Collectors.toSet());
        boolean known = types.size() == 1
                && view.sources().stream().allMatch(s -> facts.table(s).isPresent())
                && !old.type().isEmpty();
        return known && !types.contains(old.type())
                ? "the view's column " + old.name() + " cannot become "
                        + types.iterator().next()
                : null;
    }
}
