package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.Operation;
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

/** Rows that running code may no longer see. */
public final class EnableRowSecurity implements Rule {
    private static final Card CARD = new Card(
            "enable-row-security",
            "ENABLE, DISABLE, FORCE or NO FORCE ROW LEVEL SECURITY.",
            "Without a policy, everybody but the owner sees no row at all from that moment on; switched off, everybody sees all.",
            "Create the policies first, and try them with the application's role on a copy.",
            List.of(Example.of("ALTER TABLE orders ENABLE ROW LEVEL SECURITY")),
            List.of(Example.of("CREATE TABLE fresh (id int); ALTER TABLE fresh ENABLE ROW LEVEL SECURITY")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean changes = operation instanceof TableOperation.ChangeTable change
                && change.change() == TableChange.SET_ROW_SECURITY
                && !situation.createdHere(change.table());
        return changes
                ? Optional.of(situation.finding(
                        CARD,
                        Risk.HIGH,
                        "Row level security changes which rows of "
                                + situation.describe(((TableOperation) operation).table())
                                + " running code sees; without a policy, none."))
                : Optional.empty();
    }
}
