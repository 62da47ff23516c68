package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.Levels;
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
import java.util.List;
import java.util.Optional;

/** The table answers or writes differently from now on. */
public final class BehaviourChange implements Rule {
    private static final Card CARD = new Card(
                    "behaviour-change",
                    "New, changed or dropped policies, triggers and rules; another owner, parent or replica identity; published tables; REVOKE.",
                    "Running code may see fewer rows, fail, or become slower, although no data changes.",
                    "Try it on a copy with the application; create policies before switching row security on.",
                    List.of(
                            Example.of("ALTER TABLE orders REPLICA IDENTITY FULL"),
                            Example.of("CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION f()"),
                            Example.of("REVOKE SELECT ON orders FROM app")),
                    List.of(Example.of("GRANT SELECT ON orders TO app"), Example.of("COMMENT ON TABLE orders IS 'x'")))
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
        if (!(operation instanceof TableOperation.ChangeTable change) || situation.createdHere(change.table())) {
            return Optional.empty();
        }
        boolean quiet = situation
                .facts()
                .table(change.table())
                .map(t -> Levels.small(t, situation.thresholds()) && !Levels.busy(t, situation.thresholds()))
                .orElse(false);
        if (change.change() == TableChange.CREATE_TRIGGER && quiet) {
            return Optional.empty();
        }
        String table = situation.describe(change.table());
        return switch (change.change()) {
            case CREATE_TRIGGER, ALTER_TRIGGER, DROP_TRIGGER, ENABLE_TRIGGER, CREATE_RULE, DROP_RULE ->
                Optional.of(
                        situation.finding(CARD, Risk.MEDIUM, "Changes what happens on every write to " + table + "."));
            case CREATE_POLICY, ALTER_POLICY, DROP_POLICY ->
                Optional.of(situation.finding(CARD, Risk.MEDIUM, "Changes who sees which rows of " + table + "."));
            case SET_REPLICA_IDENTITY, SET_OWNER, INHERIT, NO_INHERIT, PUBLISH ->
                Optional.of(situation.finding(
                        CARD, Risk.MEDIUM, "Changes who may do what with " + table + " or what subscribers receive."));
            case SET_IDENTITY ->
                Optional.of(situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "Changes which values " + table + " gives out; those that were given out before may repeat."));
            default -> Optional.empty();
        };
    }
}
