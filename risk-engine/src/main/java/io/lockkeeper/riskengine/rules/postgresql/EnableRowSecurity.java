package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ObjectName;
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
import java.util.regex.Pattern;

/** Rows that running code may no longer see. */
public final class EnableRowSecurity implements Rule {
    private static final Card CARD = new Card(
            "enable-row-security",
            "ENABLE, DISABLE, FORCE or NO FORCE ROW LEVEL SECURITY.",
            "Without a policy, everybody but the owner sees no row at all from that moment on; switched off, everybody sees all.",
            "Create the policies first, and try them with the application's role on a copy.",
            List.of(Example.of("ALTER TABLE orders ENABLE ROW LEVEL SECURITY")),
            List.of(Example.of("CREATE TABLE fresh (id int); ALTER TABLE fresh ENABLE ROW LEVEL SECURITY")));

    private static final Pattern OFF =
            Pattern.compile("\\b(?:disable|no\\s+force)\\s+row\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean changes = operation instanceof TableOperation.ChangeTable change
                && change.change() == TableChange.SET_ROW_SECURITY
                && !situation.createdHere(change.table());
        if (!changes) {
            return Optional.empty();
        }
        ObjectName table = ((TableOperation) operation).table();
        boolean off = OFF.matcher(situation.statement().sql()).find();
        return Optional.of(situation.finding(
                CARD,
                off || situation.emptyOrTold(table) ? Risk.MEDIUM : Risk.HIGH,
                "Row level security changes which rows of "
                        + situation.describe(table)
                        + (off ? " running code sees: all." : " running code sees; without a policy, none.")));
    }
}
