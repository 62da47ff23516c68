package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements with IF EXISTS about what is known not to be there: the server says a NOTICE and does nothing. */
public final class NothingToDo {
    /** What a whole schema names, so that it is missing when its name is. Roles belong to the server, casts have no names. */
    private static final Set<String> IN_A_SCHEMA_FILE = Set.of(
            "view",
            "materialized-view",
            "sequence",
            "type",
            "domain",
            "function",
            "aggregate",
            "extension",
            "publication",
            "collation",
            "conversion",
            "foreign-table",
            "server",
            "event-trigger",
            "text-search");

    /** What a name is looked for among on a live target. */
    private static final Set<String> RELATIONS_AND_TYPES =
            Set.of("view", "materialized-view", "sequence", "type", "domain", "foreign-table");

    private NothingToDo() {}

    /** True only for what is certain. */
    public static boolean at(Operation operation, String sql, TargetFacts facts) {
        if (facts.dialect() != Dialect.POSTGRESQL) {
            return false;
        }
        return switch (operation) {
            case TableOperation.CreateTable ignored -> false;
            case TableOperation.DropTable drop -> drop.ifExists() && facts.missing(drop.table());
            case TableOperation.ChangeTable change
            when change.ifExists() -> facts.missing(change.table()) || hangsNotThere(change, facts);
            case TableOperation table -> alterIfExists(sql) && facts.missing(table.table());
            case IndexOperation.DropIndex drop -> drop.ifExists() && facts.missing(drop.object());
            case IndexOperation.AlterIndex alter -> alterIfExists(sql) && facts.missing(alter.object());
            case IndexOperation.RenameIndex rename -> alterIfExists(sql) && facts.missing(rename.object());
            case OtherOperation.DropObject drop -> drop.ifExists() && missing(drop.type(), drop.object(), facts);
            case OtherOperation.AlterObject alter -> alterIfExists(sql) && missing(alter.type(), alter.object(), facts);
            default -> false;
        };
    }

    /** The server takes no lock to say so (measured on 12-18). */
    private static boolean hangsNotThere(TableOperation.ChangeTable change, TargetFacts facts) {
        String name = change.other() == null ? "" : change.other().name();
        return facts.certain()
                && facts.table(change.table())
                        .flatMap(TableFacts::storage)
                        .filter(kept -> switch (change.change()) {
                            case DROP_TRIGGER -> !kept.triggers().contains(name);
                            case DROP_POLICY -> !kept.policies().contains(name);
                            default -> false;
                        })
                        .isPresent();
    }

    /** It is certain that there is no such thing. */
    static boolean missing(String type, @Nullable ObjectName name, TargetFacts facts) {
        if (name == null) {
            return false;
        }
        if (type.equals("schema")) {
            return facts.missingSchema(name.name());
        }
        return (facts.live() ? RELATIONS_AND_TYPES : IN_A_SCHEMA_FILE).contains(type) && facts.missing(name);
    }

    /** {@code ALTER TABLE IF EXISTS}, {@code ALTER MATERIALIZED VIEW IF EXISTS}: before the name. */
    static boolean alterIfExists(String sql) {
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(sql);
        } catch (PlanRefused e) {
            return false;
        }
        if (tokens.isEmpty() || !tokens.getFirst().is("ALTER")) {
            return false;
        }
        for (int i = 2; i + 1 < Math.min(tokens.size(), 5); i++) {
            if (tokens.get(i).is("IF") && tokens.get(i + 1).is("EXISTS")) {
                return i == 2
                        || tokens.get(1).is("MATERIALIZED")
                        || tokens.get(1).is("FOREIGN");
            }
        }
        return false;
    }
}
