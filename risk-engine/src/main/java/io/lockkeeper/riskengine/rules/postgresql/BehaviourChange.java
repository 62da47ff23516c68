package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** The table answers or writes differently from now on. */
public final class BehaviourChange implements Rule {
    private static final Card CARD = new Card(
                    "behaviour-change",
                    "New, changed or dropped policies, triggers and rules; another owner, parent or replica identity; foreign keys that are not enforced any more; published tables; autovacuum switched off; REVOKE; GRANT to PUBLIC of more than reading, or with the right to give it on.",
                    "Running code may see fewer rows, fail, or become slower, although no data changes.",
                    "Try it on a copy with the application; create policies before switching row security on.",
                    List.of(
                            Example.of("ALTER TABLE orders REPLICA IDENTITY FULL"),
                            Example.of("CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION f()"),
                            Example.of("REVOKE SELECT ON orders FROM app"),
                            Example.of("GRANT ALL ON orders TO PUBLIC"),
                            Example.of("ALTER TABLE orders SET (autovacuum_enabled = false)"),
                            Example.of("CREATE RULE r AS ON INSERT TO orders DO ALSO NOTHING"),
                            Example.of("CREATE PUBLICATION p FOR TABLE orders")),
                    List.of(
                            Example.of("ALTER TABLE orders REPLICA IDENTITY DEFAULT"),
                            Example.of("DROP POLICY IF EXISTS nothing ON orders"),
                            Example.of("CREATE POLICY own ON orders USING (true)"),
                            Example.of("ALTER TABLE orders DISABLE ROW LEVEL SECURITY"),
                            Example.of("ALTER TABLE orders SET (autovacuum_vacuum_scale_factor = 0.01)"),
                            Example.of("GRANT SELECT ON orders TO app"),
                            Example.of("COMMENT ON TABLE orders IS 'x'")))
            .peers("pgfence: create-trigger");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (operation instanceof OtherOperation.ChangePrivileges privileges && privileges.revokes()) {
            return Optional.of(situation.finding(
                    CARD,
                    Risk.MEDIUM,
                    "Takes privileges away: running code that needs them fails from this moment on."));
        }
        if (operation instanceof OtherOperation.ChangePrivileges privileges
                && privileges.wide()
                && situation.facts().dialect() == Dialect.POSTGRESQL) {
            return Optional.of(situation.finding(
                    CARD, Risk.MEDIUM, "Lets everybody change something, or give the right to do it on to others."));
        }
        if (!(operation instanceof TableOperation.ChangeTable change) || situation.createdHere(change.table())) {
            return Optional.empty();
        }
        boolean quiet = situation
                .facts()
                .table(change.table())
                .map(t -> Levels.small(t, situation.thresholds()) && !Levels.busy(t, situation.thresholds()))
                .orElse(false);
        if (changesNothing(change, situation) || (change.change() == TableChange.CREATE_TRIGGER && quiet)) {
            return Optional.empty();
        }
        String table = situation.describe(change.table());
        return switch (change.change()) {
            case CREATE_RULE ->
                Optional.of(situation.finding(
                        CARD, Risk.HIGH, "From this moment on statements about " + table + " do something else."));
            case CREATE_TRIGGER, DROP_TRIGGER, ENABLE_TRIGGER, DROP_RULE ->
                Optional.of(situation.finding(
                        CARD, writes(change, situation), "Changes what happens on every write to " + table + "."));
            case CREATE_POLICY, ALTER_POLICY, DROP_POLICY ->
                Optional.of(situation.finding(CARD, Risk.MEDIUM, "Changes who sees which rows of " + table + "."));
            case UNENFORCE_CONSTRAINT ->
                Optional.of(situation.finding(
                        CARD, Risk.MEDIUM, "From this moment on rows of " + table + " may point to nothing."));
            case PUBLISH, PUBLISH_INSERTS -> Optional.of(published(change, situation));
            case SET_REPLICA_IDENTITY, SET_OWNER, INHERIT, NO_INHERIT ->
                Optional.of(situation.finding(
                        CARD, Risk.MEDIUM, "Changes who may do what with " + table + " or what subscribers receive."));
            case STOP_AUTOVACUUM ->
                Optional.of(situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "From this moment on nothing cleans up dead rows of " + table
                                + ", nor counts rows for the planner."));
            case SET_IDENTITY ->
                Optional.of(situation.finding(
                        CARD,
                        change.other() == null ? Risk.MEDIUM : Risk.LOW,
                        "Changes which values " + table + " gives out; those that were given out before may repeat."));
            default -> Optional.empty();
        };
    }

    /** A new trigger of a small table that hardly anybody writes to can be taken back before it is missed. */
    private static Risk writes(TableOperation.ChangeTable change, Situation situation) {
        boolean quiet = change.change() == TableChange.CREATE_TRIGGER
                && situation.small(change.table())
                && situation.facts().table(change.table()).stream()
                        .noneMatch(t -> Levels.busy(t, situation.thresholds()));
        return quiet ? Risk.LOW : Risk.MEDIUM;
    }

    /** Subscribers find rows by their key: without one the server refuses to change published rows. */
    private static Finding published(TableOperation.ChangeTable change, Situation situation) {
        ObjectName table = change.table();
        boolean identified = change.change() == TableChange.PUBLISH_INSERTS
                || situation.facts().table(table).map(TableFacts::indexes).orElse(List.of()).stream()
                        .anyMatch(IndexFacts::primary);
        String reason = "Changes what subscribers receive of " + situation.describe(table)
                + (identified ? "." : "; without a key, UPDATE and DELETE there fail while it is published.");
        return situation.finding(CARD, identified ? Risk.MEDIUM : Risk.HIGH, reason);
    }

    /** Policies that nobody enforces, and what is not there or is so already. */
    private static boolean changesNothing(TableOperation.ChangeTable change, Situation situation) {
        String name = change.other() == null ? "" : change.other().name();
        return situation
                .storage(change.table())
                .filter(kept -> switch (change.change()) {
                    case CREATE_POLICY, ALTER_POLICY -> !kept.rowSecurity();
                    case DROP_POLICY -> !kept.rowSecurity() || !kept.policies().contains(name);
                    case DROP_TRIGGER -> !kept.triggers().contains(name);
                    case SET_REPLICA_IDENTITY ->
                        name.equals("default") && kept.replicaIdentity().equals(name);
                    default -> false;
                })
                .isPresent();
    }
}
