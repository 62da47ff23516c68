package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ObjectName;
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

/** A domain's new demand, checked in every table that uses it. */
public final class AlterDomainConstraint implements Rule {
    private static final Card CARD = new Card(
                    "alter-domain-constraint",
                    "ALTER DOMAIN … ADD CONSTRAINT without NOT VALID, VALIDATE CONSTRAINT, or SET NOT NULL.",
                    "Every row of every table with a column of the domain is read while nobody can write to those tables; VALIDATE is no gentler.",
                    "A CHECK on each table, NOT VALID and then VALIDATE; or a quiet hour.",
                    List.of(
                            Example.of("ALTER DOMAIN email_address ADD CONSTRAINT short CHECK (length(VALUE) < 200)"),
                            Example.of("ALTER DOMAIN email_address SET NOT NULL")),
                    List.of(Example.of(
                            "ALTER DOMAIN email_address ADD CONSTRAINT short CHECK (length(VALUE) < 200) NOT VALID")))
            .peers("squawk: ban-alter-domain-with-add-constraint");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof OtherOperation.AlterObject alter) || !checks(alter)) {
            return Optional.empty();
        }
        String tables = situation.effects().isEmpty()
                ? "every table that uses it, which are not known"
                : String.join(
                        ", ",
                        situation.effects().stream()
                                .map(effect -> effect.table())
                                .toList());
        return Optional.of(situation.finding(
                CARD,
                risk(situation),
                "The domain " + alter.object() + " is checked in all rows of " + tables + "; writes there wait."));
    }

    /** Where all its users are known, and small, the level says all there is. */
    private static Risk risk(Situation situation) {
        boolean known = situation.facts().certain() && !situation.effects().isEmpty();
        boolean small =
                known && situation.effects().stream().allMatch(e -> situation.small(ObjectName.parse(e.table())));
        Risk floor = small ? Risk.LOW : known || situation.facts().live() ? Risk.MEDIUM : Risk.HIGH;
        return situation.level().max(floor);
    }

    private static boolean checks(OtherOperation.AlterObject alter) {
        return alter.type().equals("domain")
                && switch (alter.action()) {
                    case "add-constraint", "set-not-null", "validate-constraint" -> true;
                    default -> false;
                };
    }
}
