package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** More than a migration of one database has to give. */
public final class WideGrant implements Rule {
    private static final Card CARD = new Card(
            "mysql-wide-grant",
            "GRANT … ON *.*, WITH GRANT OPTION or WITH ADMIN OPTION.",
            "The account may do it in every database of the server, or may give the right on to others.",
            "Name the database and the privileges that are needed; leave accounts of administrators to their own process.",
            List.of(
                    Example.of("GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION"),
                    Example.of("GRANT SELECT ON *.* TO root@'127.0.0.1'")),
            List.of());

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        return operation instanceof OtherOperation.ChangePrivileges privileges && privileges.wide()
                ? Optional.of(situation.finding(
                        CARD, Risk.MEDIUM, "Gives privileges for the whole server, or the right to give them on."))
                : Optional.empty();
    }
}
