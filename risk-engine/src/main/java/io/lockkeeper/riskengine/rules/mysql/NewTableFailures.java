package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.TableOperation.CreateTable;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables that cannot be as they are defined, whatever else is there. */
final class NewTableFailures {
    private NewTableFailures() {}

    static @Nullable String of(CreateTable create, Situation situation) {
        boolean mariadb = situation.facts().dialect() == Dialect.MARIADB;
        Set<String> names = new HashSet<>();
        for (ColumnDefinition column : create.columns()) {
            if (!names.add(column.name())) {
                return "two of its columns are called " + column.name();
            }
        }
        long primary = Stream.concat(
                        create.constraints().stream(), create.columns().stream().flatMap(c -> c.constraints().stream()))
                .filter(key -> key.kind() == ConstraintKind.PRIMARY_KEY)
                .count();
        if (primary > 1) {
            return "it would have two primary keys";
        }
        boolean strict =
                situation.facts().settings().getOrDefault("sql_mode", "strict").contains("strict");
        String wrong = create.columns().stream()
                .map(column -> ColumnFailures.of(column, mariadb, strict))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return wrong != null || create.fromQuery() ? wrong : keys(create, names, situation);
    }

    private static @Nullable String keys(CreateTable create, Set<String> names, Situation situation) {
        List<List<String>> keys = Stream.concat(
                        create.constraints().stream()
                                .filter(key -> key.kind() != ConstraintKind.CHECK)
                                .map(key -> key.columns()),
                        situation.siblings().stream()
                                .filter(CreateIndex.class::isInstance)
                                .map(index -> ((CreateIndex) index).columns()))
                .toList();
        String missing = keys.stream()
                .flatMap(List::stream)
                .filter(column -> !names.contains(column))
                .findFirst()
                .orElse(null);
        return missing == null || !create.sources().isEmpty()
                ? null
                : "a key is over " + missing + ", which is no column";
    }
}
