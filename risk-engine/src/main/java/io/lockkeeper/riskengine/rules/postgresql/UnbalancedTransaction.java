package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.plan.TransactionSlip;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.MigrationRule;
import io.lockkeeper.riskengine.rules.MigrationSituation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** BEGIN and COMMIT that do not belong together. */
public final class UnbalancedTransaction implements MigrationRule {
    private static final Card CARD = new Card(
                    "unbalanced-transaction",
                    "A script with a BEGIN that no COMMIT follows, with a BEGIN inside a transaction, or with a COMMIT that ends the transaction of the tool that runs it.",
                    "What is never committed is taken back without a word when the client leaves; a second BEGIN does not nest: PostgreSQL goes on in the first transaction, MySQL and MariaDB commit it.",
                    "One BEGIN and one COMMIT for each transaction, and neither in a script that a tool wraps into one.",
                    List.of(
                            Example.of("BEGIN; ALTER TABLE orders ADD COLUMN a int")
                                    .script(),
                            Example.of(
                                            "BEGIN; ALTER TABLE orders ADD COLUMN a int; BEGIN; ALTER TABLE orders ADD COLUMN b int; COMMIT")
                                    .script(),
                            Example.together("ALTER TABLE orders ADD COLUMN a int; COMMIT")
                                    .script()),
                    List.of(
                            Example.of("BEGIN; ALTER TABLE orders ADD COLUMN a int; COMMIT")
                                    .script(),
                            Example.together("ALTER TABLE orders ADD COLUMN a int")
                                    .script()))
            .peers("squawk: ban-uncommitted-transaction, transaction-nesting", "pgfence: nested-transaction");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(MigrationSituation situation) {
        List<TransactionSlip> slips = situation.plan().slips();
        return slips.isEmpty()
                ? Optional.empty()
                : Optional.of(CARD.finding(
                        Risk.MEDIUM, reason(slips.getFirst(), situation.plan().dialect())));
    }

    private static String reason(TransactionSlip slip, Dialect dialect) {
        String where = "Line " + slip.line() + ": ";
        return where
                + switch (slip.kind()) {
                    case NEVER_COMMITTED ->
                        "no COMMIT follows this BEGIN, so that the server takes everything back when the client leaves.";
                    case BEGUN_TWICE ->
                        dialect == Dialect.POSTGRESQL
                                ? "this BEGIN is inside a transaction and does nothing; the next COMMIT commits all since the first."
                                : "this BEGIN is inside a transaction and commits what is before it.";
                    case ENDS_THAT_OF_THE_TOOL ->
                        "this COMMIT ends the transaction that the tool has opened; what follows is outside of it.";
                };
    }
}
