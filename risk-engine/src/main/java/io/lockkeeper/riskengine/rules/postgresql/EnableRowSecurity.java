package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
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
            List.of(
                    Example.of("CREATE TABLE fresh (id int); ALTER TABLE fresh ENABLE ROW LEVEL SECURITY"),
                    Example.of("ALTER TABLE orders FORCE ROW LEVEL SECURITY")));

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
        boolean off = switchesOff(situation.statement().sql());
        boolean forces = operation instanceof TableOperation.ChangeTable change
                && change.other() != null
                && change.other().name().equals("force");
        // Who owns the table is bound only where others are.
        if ((off || forces)
                && situation.storage(table).filter(kept -> !kept.rowSecurity()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(situation.finding(
                CARD,
                off && !situation.toldEmpty(table) ? Risk.MEDIUM : situation.without(table),
                "Row level security changes which rows of "
                        + situation.describe(table)
                        + (off ? " running code sees: all." : " running code sees; without a policy, none.")));
    }

    private static boolean switchesOff(String sql) {
        try {
            List<Token> tokens = Lexer.tokens(sql);
            for (int i = 1; i < tokens.size(); i++) {
                boolean disable =
                        tokens.get(i - 1).is("DISABLE") && tokens.get(i).is("ROW");
                if (disable || (tokens.get(i - 1).is("NO") && tokens.get(i).is("FORCE"))) {
                    return true;
                }
            }
            return false;
        } catch (PlanRefused e) {
            return false;
        }
    }
}
