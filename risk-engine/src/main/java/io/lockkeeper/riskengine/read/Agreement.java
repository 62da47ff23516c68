package io.lockkeeper.riskengine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;

/**
 * Whether our reading of a statement is what PostgreSQL's grammar parsed: both are put into the same words, action by
 * action, and the words must be equal. A kind of statement that has no words here agrees with nothing.
 */
final class Agreement {
    private Agreement() {}

    /** Throws {@link Unsure} when they differ. */
    static void require(List<Operation> ours, JsonNode statements) {
        if (statements.size() != 1) {
            throw disagreeing();
        }
        JsonNode statement = statements.get(0);
        List<String> theirs = TreeSketch.of(statement);
        List<String> words = ours.stream().map(OperationSketch::of).toList();
        if (!words.equals(theirs)) {
            throw disagreeing();
        }
        if (ours.stream().anyMatch(Agreement::runsQuery)) {
            Queries.requireHarmless(SettingCall.withoutCall(statement));
        }
    }

    static Unsure disagreeing() {
        return new Unsure("two readers understand it differently");
    }

    /** It calls functions now, not when somebody uses what it defines. */
    private static boolean runsQuery(Operation operation) {
        return switch (operation) {
            case DataOperation data -> !(data instanceof DataOperation.Truncate);
            case TableOperation.CreateTable create -> create.fromQuery();
            case OtherOperation.CreateMaterializedView ignored -> true;
            default -> false;
        };
    }
}
