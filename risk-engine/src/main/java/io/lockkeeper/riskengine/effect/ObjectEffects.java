package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static io.lockkeeper.riskengine.report.Lock.ACCESS_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.ACCESS_SHARE;
import static io.lockkeeper.riskengine.report.Lock.EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.ROW_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.SHARE;
import static io.lockkeeper.riskengine.report.Lock.SHARE_ROW_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.SHARE_UPDATE_EXCLUSIVE;

/** Effects of what happens to views, types, sequences, schemas, and of maintenance. */
final class ObjectEffects {
    private final TargetFacts facts;

    ObjectEffects(TargetFacts facts) {
        this.facts = facts;
    }

    List<Effect> of(OtherOperation operation) {
        return switch (operation) {
            case OtherOperation.CreateView view -> createView(view);
            case OtherOperation.CreateMaterializedView view -> reading(view.sources(), view.withData());
            case OtherOperation.RefreshMaterializedView refresh -> refresh(refresh);
            case OtherOperation.CreateObject ignored -> List.of();
            case OtherOperation.ScheduleEvent ignored -> List.of();
            case OtherOperation.AlterObject alter -> alterObject(alter);
            case OtherOperation.DropObject drop -> dropObject(drop);
            case OtherOperation.ChangePrivileges ignored -> List.of();
            case OtherOperation.SetParameter ignored -> List.of();
            case OtherOperation.TransactionControl ignored -> List.of();
            case OtherOperation.LockTable lock ->
                touch(lock.object()).withPartitions(touch(lock.object()).metadata(lock.lock()));
            case OtherOperation.LockServer ignored -> List.of();
            case OtherOperation.Vacuum vacuum -> vacuum(vacuum.object(), vacuum.full());
            case OtherOperation.Cluster cluster -> vacuum(cluster.object(), true);
            case OtherOperation.Analyze analyze -> analyze(analyze.object());
            case OtherOperation.SessionCommand ignored -> List.of();
            case OtherOperation.Unreadable ignored -> List.of();
        };
    }

    private List<Effect> refresh(OtherOperation.RefreshMaterializedView refresh) {
        Touch touch = touch(refresh.object());
        return List.of(
                refresh.concurrently() ? touch.scan(EXCLUSIVE, Throughput.rewrite(touch.rows())) : filled(touch));
    }

    /** The new rows are read only to build indexes over them. */
    private static Effect filled(Touch touch) {
        boolean indexed = touch.rows().isEmpty()
                || touch.rows().stream().anyMatch(t -> !t.indexes().isEmpty());
        return indexed ? touch.rewrite(ACCESS_EXCLUSIVE) : touch.copy(ACCESS_EXCLUSIVE);
    }

    private List<Effect> createView(OtherOperation.CreateView view) {
        List<Effect> effects = new ArrayList<>();
        if (view.orReplace() && facts.other().containsKey(facts.qualified(view.object()))) {
            effects.add(touch(view.object()).metadata(ACCESS_EXCLUSIVE));
        }
        effects.addAll(reading(view.sources(), false));
        return effects;
    }

    private List<Effect> reading(List<ObjectName> sources, boolean rows) {
        return sources.stream()
                .map(this::touch)
                .map(source -> rows ? source.scan(ACCESS_SHARE) : source.metadata(ACCESS_SHARE))
                .toList();
    }

    private List<Effect> alterObject(OtherOperation.AlterObject alter) {
        ObjectName name = alter.object();
        if (name == null) {
            return List.of();
        }
        return switch (alter.type()) {
            case "materialized-view" ->
                List.of(touch(name)
                        .metadata(
                                alter.action().equals(OtherOperation.AlterObject.HINT)
                                        ? SHARE_UPDATE_EXCLUSIVE
                                        : ACCESS_EXCLUSIVE));
            case "view" -> List.of(touch(name).metadata(ACCESS_EXCLUSIVE));
            case "sequence" ->
                List.of(touch(name)
                        .metadata(
                                switch (alter.action()) {
                                    case "rename" -> ACCESS_EXCLUSIVE;
                                    case "set-value" -> ROW_EXCLUSIVE;
                                    default -> SHARE_ROW_EXCLUSIVE;
                                }));
            case "domain" -> alterDomain(name, alter.action());
            case "type" -> alterType(name, alter.action());
            default -> List.of();
        };
    }

    /** CASCADE changes the tables that were created OF the type along (measured on 12-18). */
    private List<Effect> alterType(ObjectName type, String action) {
        if (!action.endsWith("-cascade")) {
            return List.of();
        }
        boolean rewrites = action.startsWith("retype");
        return facts.tables().values().stream()
                .filter(table -> table.ofType(facts.qualified(type)))
                .map(table -> touch(table.name()))
                .map(table -> rewrites ? table.rewrite(ACCESS_EXCLUSIVE) : table.metadata(ACCESS_EXCLUSIVE))
                .toList();
    }

    /** A domain's new demand is checked in every table that has a column of it. */
    private List<Effect> alterDomain(ObjectName domain, String action) {
        boolean checks =
                switch (action) {
                    case "add-constraint", "set-not-null", "validate-constraint" -> true;
                    default -> false;
                };
        return checks
                ? usersOf(domain).map(table -> touch(table.name()).scan(SHARE)).toList()
                : List.of();
    }

    private Stream<TableFacts> usersOf(ObjectName type) {
        return facts.tables().values().stream()
                .filter(t -> t.columns().stream().anyMatch(c -> facts.isOf(c.type(), type)));
    }

    private List<Effect> dropObject(OtherOperation.DropObject drop) {
        ObjectName name = drop.object();
        if (name == null) {
            return List.of();
        }
        return switch (drop.type()) {
            case "view", "materialized-view", "sequence" -> List.of(touch(name).metadata(ACCESS_EXCLUSIVE));
            case "schema" -> drop.cascade() ? schema(name.name()) : List.of();
            case "statistics" ->
                Stream.ofNullable(facts.definitions().statistics().get(facts.qualified(name)))
                        .map(table -> touch(table).metadata(SHARE_UPDATE_EXCLUSIVE))
                        .toList();
            case "type", "domain" ->
                drop.cascade()
                        ? usersOf(name)
                                .map(t -> touch(t.name())
                                        .metadata(ACCESS_EXCLUSIVE)
                                        .losing())
                                .toList()
                        : List.of();
            default -> List.of();
        };
    }

    /** All that is in it, and what its tables' foreign keys point to outside. */
    private List<Effect> schema(String schema) {
        TableEffects tables = new TableEffects(facts);
        Stream<Effect> lost = facts.tables().keySet().stream()
                .filter(table -> schema.equals(table.schema()))
                .flatMap(table -> tables.of(new TableOperation.DropTable(table, false, true)).stream());
        Stream<Effect> views = facts.other().entrySet().stream()
                .filter(other -> schema.equals(other.getKey().schema())
                        && other.getValue().equals("view"))
                .map(view -> touch(view.getKey()).metadata(ACCESS_EXCLUSIVE));
        return Stream.concat(lost, views).toList();
    }

    private List<Effect> vacuum(@Nullable ObjectName name, boolean full) {
        if (name == null) {
            return List.of();
        }
        Touch touch = touch(name);
        if (!full) {
            return List.of(touch.scan(SHARE_UPDATE_EXCLUSIVE));
        }
        return List.of(touch.rewrite(ACCESS_EXCLUSIVE, Throughput.vacuumFull(touch.rows())));
    }

    /** Reads a sample only. */
    private List<Effect> analyze(@Nullable ObjectName name) {
        return name == null ? List.of() : List.of(touch(name).metadata(SHARE_UPDATE_EXCLUSIVE));
    }

    private Touch touch(ObjectName name) {
        return new Touch(facts, name);
    }
}
