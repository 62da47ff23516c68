package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.TypeChange;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A new type that makes the server write all rows or build indexes anew. */
public final class AlterColumnTypeRewrite implements Rule {
    private static final Card CARD = new Card(
                    "alter-column-type-rewrite",
                    "ALTER COLUMN … TYPE, except changes that are known to keep the stored rows: longer or unlimited varchar, varchar to text, wider numeric of the same scale, longer timestamps, cidr to inet, and timestamp to timestamptz or back in a session whose TimeZone is UTC.",
                    "The table and all its indexes, or only some of its indexes, are written anew while nobody can read or write.",
                    "Add a column of the new type, keep it up to date with a trigger, fill it in batches, switch the code, drop the old one later.",
                    List.of(
                            Example.of("ALTER TABLE orders ALTER COLUMN total TYPE bigint"),
                            Example.of("ALTER TABLE orders ALTER COLUMN code TYPE varchar(10)"),
                            Example.of("ALTER TABLE orders ALTER COLUMN note TYPE varchar"),
                            Example.of("ALTER TABLE orders ALTER COLUMN code SET DATA TYPE text USING lower(code)"),
                            Example.of("ALTER TABLE orders ALTER COLUMN created_at TYPE timestamptz")),
                    List.of(
                            Example.of("ALTER TABLE orders ALTER COLUMN code TYPE varchar(40)"),
                            Example.of("ALTER TABLE orders ALTER COLUMN code TYPE text"),
                            Example.of("ALTER TABLE orders ALTER COLUMN price TYPE numeric(14,2)"),
                            Example.of("CREATE TABLE fresh (id int); ALTER TABLE fresh ALTER id TYPE bigint")))
            .peers(
                    "squawk: changing-column-type",
                    "eugene: E5",
                    "strong_migrations: change_column",
                    "pgfence",
                    "django-migration-linter: ALTER_COLUMN");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AlterColumnType change) || situation.createdHere(change.table())) {
            return Optional.empty();
        }
        TypeChange outcome = TypeChange.of(change, situation.facts());
        if (!outcome.rewrites() && outcome.rebuiltIndexes() == 0 && !outcome.checks()) {
            return Optional.empty();
        }
        String what = outcome.rewrites()
                ? "The new type makes the server rewrite the table and all its indexes; that "
                : outcome.rebuiltIndexes() > 0
                        ? "The table stays, but " + outcome.rebuiltIndexes() + " of its indexes are built anew; that "
                        : "The table stays, but a CHECK on the column is verified again in every row; that ";
        String reason = what + situation.blocks() + situation.traffic(change.table()) + ".";
        boolean lossy = outcome.rewrites()
                && !situation.toldEmpty(change.table())
                && TypeChange.mayLose(change, situation.facts());
        Risk floor = outcome.rewrites() ? Risk.MEDIUM : Risk.LOW;
        Risk risk = situation.levelAtLeast(floor, change.table());
        return Optional.of(situation.finding(CARD, lossy ? risk.max(Risk.MEDIUM) : risk, reason));
    }
}
