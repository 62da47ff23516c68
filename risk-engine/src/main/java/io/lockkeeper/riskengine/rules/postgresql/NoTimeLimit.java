package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.Evolution;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.SetParameter;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.MigrationRule;
import io.lockkeeper.riskengine.rules.MigrationSituation;
import io.lockkeeper.riskengine.rules.Words;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** A script that counts on somebody else to limit its waiting. */
public final class NoTimeLimit implements MigrationRule {
    private static final Card CARD = new Card(
                    "no-time-limit",
                    "A script, run by another client than Lockkeeper's executor, that keeps writers or everybody out of a table before it has set lock_timeout (lock_wait_timeout of MySQL and MariaDB) or, while it works on rows behind such a lock, statement_timeout.",
                    "PostgreSQL waits for a lock without end, MySQL for a year, MariaDB for a day; whoever comes later waits behind.",
                    "SET lock_timeout = '3s' first (lock_wait_timeout = 3 on MySQL and MariaDB), but not before a concurrent build, and try again when it strikes, as Lockkeeper's executor does; SET statement_timeout too, but not before those and VALIDATE.",
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN a int").script(),
                            Example.of("SET lock_timeout = '2s'; ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
                                    .script()),
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN a int"),
                            Example.of("SET lock_timeout = '2s'; ALTER TABLE orders ADD COLUMN a int")
                                    .script(),
                            Example.of(
                                            "SET lock_timeout = '2s'; SET statement_timeout = '1min'; ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
                                    .script(),
                            Example.of("CREATE TABLE fresh (a int); ALTER TABLE fresh ADD COLUMN b int")
                                    .script(),
                            Example.of("CREATE INDEX CONCURRENTLY i ON orders (total)")
                                    .script()))
            .peers(
                    "squawk: require-timeout-settings",
                    "eugene: E9",
                    "pgfence: missing-lock-timeout, missing-statement-timeout",
                    "strong_migrations: lock_timeout, statement_timeout");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(MigrationSituation situation) {
        if (!situation.plan().elsewhere()) {
            return Optional.empty();
        }
        boolean postgresql = situation.plan().dialect() == Dialect.POSTGRESQL;
        String waiting = postgresql ? Evolution.LOCK_TIMEOUT : Evolution.LOCK_WAIT_TIMEOUT;
        boolean waits = true;
        boolean works = postgresql;
        for (int i = 0; i < situation.statements().size(); i++) {
            List<Operation> operations = situation.operations().get(i);
            waits &= !sets(waiting, operations);
            works &= !sets(Evolution.STATEMENT_TIMEOUT, operations);
            Optional<Effect> kept = kept(operations, i, situation);
            if (kept.isPresent() && waits) {
                return Optional.of(finding(kept.get(), waiting, " limits how long it waits for ", situation));
            }
            if (kept.filter(effect -> effect.scans() || effect.rewrites()).isPresent() && works) {
                return Optional.of(
                        finding(kept.get(), Evolution.STATEMENT_TIMEOUT, " limits how long it works on ", situation));
            }
        }
        return Optional.empty();
    }

    private static boolean sets(String name, List<Operation> operations) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof SetParameter set
                        && set.name().endsWith(name)
                        && !set.value().equalsIgnoreCase("default"));
    }

    /** A table that it keeps others out of: on MySQL and MariaDB any, since no ALTER TABLE does without that for a moment. */
    private static Optional<Effect> kept(List<Operation> operations, int index, MigrationSituation situation) {
        boolean postgresql = situation.plan().dialect() == Dialect.POSTGRESQL;
        if (operations.stream().anyMatch(DataOperation.class::isInstance) && !postgresql) {
            return Optional.empty();
        }
        return situation.statements().get(index).effects().stream()
                .filter(effect -> !postgresql || effect.blocks().compareTo(Blocks.WRITES) >= 0)
                .filter(effect -> !situation.unused(effect))
                .findFirst();
    }

    private static Finding finding(Effect effect, String setting, String what, MigrationSituation situation) {
        return CARD.finding(
                Risk.LOW,
                "No " + setting + what + Words.table(ObjectName.parse(effect.table()), situation.facts())
                        + ", unless it is Lockkeeper's executor that runs it.");
    }
}
