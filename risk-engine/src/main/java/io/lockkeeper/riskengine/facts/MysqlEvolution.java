package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.OtherOperation.SetParameter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What operations that only MySQL and MariaDB have leave behind. */
final class MysqlEvolution {
    private static final Pattern LEVEL =
            Pattern.compile("(?i)ISOLATION\\s+LEVEL\\s+(READ\\s+(?:UN)?COMMITTED|REPEATABLE\\s+READ|SERIALIZABLE)");

    /** A session that is open keeps its own, and what follows from them is the milder case. */
    private static final Set<String> OF_NEW_SESSIONS = Set.of("transaction_isolation", "tx_isolation", "binlog_format");

    private MysqlEvolution() {}

    static TargetFacts after(TargetFacts facts, MysqlOperation operation) {
        return Evolution.change(facts, operation.table(), table -> changed(table, operation));
    }

    /** A setting of the session counts for the statements after it; one for all sessions counts for those to come, too. */
    static TargetFacts set(TargetFacts facts, SetParameter set) {
        String name =
                set.name().replaceFirst("^(?:global|persist|session|local) |^@@(?:global\\.|session\\.|local\\.)?", "");
        Map<String, String> settings = new HashMap<>(facts.settings());
        Matcher level = LEVEL.matcher(set.value());
        if (set.name().equals("transaction") && !set.local() && level.find()) {
            settings.put("transaction_isolation", level.group(1));
        }
        if (OF_NEW_SESSIONS.contains(name) && set.name().contains(" ")) {
            return facts;
        }
        settings.put(name.equals("time_zone") ? "TimeZone" : name, set.value().replaceAll("^['\"]|['\"]$", ""));
        return facts.withSettings(settings);
    }

    private static TableFacts changed(TableFacts table, MysqlOperation operation) {
        return switch (operation) {
            case MysqlOperation.ChangeColumn change ->
                TableChanges.redefined(table, change.column(), change.definition());
            case MysqlOperation.DropKey drop ->
                Keys.without(TableChanges.withoutIndex(table, drop.index()), drop.index());
            case MysqlOperation.RenameKey rename -> TableChanges.renamedIndex(table, rename.index(), rename.to());
            case MysqlOperation.DropPrimaryKey ignored -> withoutPrimary(table);
            case MysqlOperation.DropForeignKey drop -> withoutForeignKey(table, drop.constraint());
            case MysqlOperation.EnforceCheck enforce -> enforced(table, enforce);
            case MysqlOperation.SetOption option -> optioned(table, option);
            case MysqlOperation.SetCharset set -> collated(table, set.collation());
            case MysqlOperation.ConvertCharset convert -> converted(table, convert.collation());
            case MysqlOperation.Rebuild ignored -> rebuilt(table);
            case MysqlOperation.Maintain maintain ->
                maintain.maintenance() == MysqlOperation.Maintenance.OPTIMIZE ? rebuilt(table) : table;
            case MysqlOperation.DemandAlgorithm ignored -> table;
            case MysqlOperation.ShowKey ignored -> table;
            case MysqlOperation.ShowColumn ignored -> table;
            case MysqlOperation.ChangePartitions change ->
                switch (change.action()) {
                    case PARTITION_BY -> table.of(TableFacts.Kind.PARTITIONED);
                    case REMOVE_PARTITIONING -> table.of(TableFacts.Kind.PLAIN);
                    default -> table;
                };
            case MysqlOperation.ChangeVersioning ignored -> table;
            case MysqlOperation.ChangeTablespace ignored -> table;
            case MysqlOperation.SwitchKeys ignored -> table;
        };
    }

    private static TableFacts withoutPrimary(TableFacts table) {
        return table.with(
                table.columns(),
                table.indexes().stream().filter(i -> !i.primary()).toList(),
                table.constraints().stream()
                        .filter(k -> k.kind() != ConstraintKind.PRIMARY_KEY)
                        .toList());
    }

    /** Its index stays. */
    private static TableFacts withoutForeignKey(TableFacts table, String name) {
        return table.with(
                table.columns(),
                table.indexes(),
                table.constraints().stream()
                        .filter(k -> k.kind() != ConstraintKind.FOREIGN_KEY
                                || !k.name().equalsIgnoreCase(name))
                        .toList());
    }

    private static TableFacts enforced(TableFacts table, MysqlOperation.EnforceCheck enforce) {
        return table.with(
                table.columns(),
                table.indexes(),
                table.constraints().stream()
                        .map(k -> k.name().equalsIgnoreCase(enforce.constraint()) ? k.validated(enforce.enforced()) : k)
                        .toList());
    }

    private static TableFacts optioned(TableFacts table, MysqlOperation.SetOption option) {
        InnodbFacts stored = innodb(table);
        return switch (option.option().toUpperCase(Locale.ROOT)) {
            case "ENGINE" ->
                table.withInnodb(new InnodbFacts(option.value(), stored.rowFormat(), stored.collation(), 0));
            case "ROW_FORMAT" ->
                table.withInnodb(new InnodbFacts(stored.engine(), option.value(), stored.collation(), 0));
            default -> table;
        };
    }

    private static TableFacts collated(TableFacts table, String collation) {
        InnodbFacts stored = innodb(table);
        return table.withInnodb(new InnodbFacts(stored.engine(), stored.rowFormat(), collation, stored.rowVersions()));
    }

    private static TableFacts converted(TableFacts table, String collation) {
        List<ColumnFacts> columns = table.columns().stream()
                .map(c -> c.collation().isEmpty() ? c : c.collated(collation))
                .toList();
        return rebuilt(collated(table.with(columns, table.indexes(), table.constraints()), collation));
    }

    private static TableFacts rebuilt(TableFacts table) {
        InnodbFacts stored = innodb(table);
        return table.withInnodb(new InnodbFacts(stored.engine(), stored.rowFormat(), stored.collation(), 0));
    }

    private static InnodbFacts innodb(TableFacts table) {
        return table.innodb().orElse(InnodbFacts.DEFAULTS);
    }
}
