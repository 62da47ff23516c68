package io.lockkeeper.progress.migration;

import io.lockkeeper.progress.event.Fact;
import io.lockkeeper.progress.event.Fact.Change;
import io.lockkeeper.progress.event.Fact.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What risk-service said.
 *
 * @param submittedAt null until the submission itself was heard
 * @param withdrawal null unless withdrawn
 */
public record IntakeFacet(
        Stage stage,
        @Nullable Change change,
        @Nullable Plan plan,
        @Nullable Instant submittedAt,
        @Nullable Withdrawal withdrawal) {

    public static final IntakeFacet NOT_HEARD = new IntakeFacet(Stage.NOT_HEARD, null, null, null, null);

    /** In the order in which a migration goes through them. */
    public enum Stage {
        NOT_HEARD,
        SUBMITTED,
        CLASSIFIED,
        WITHDRAWN
    }

    public record Withdrawal(String by, String reason, Instant at) {}

    /** What is known after {@code fact}; an end stays. */
    public IntakeFacet with(Fact.OfIntake fact) {
        if (stage == Stage.WITHDRAWN) {
            return this;
        }
        return switch (fact) {
            case Fact.Submitted(Change submitted, Instant at) ->
                new IntakeFacet(stage == Stage.NOT_HEARD ? Stage.SUBMITTED : stage, submitted, plan, at, null);
            case Fact.Classified(Change classified, Plan found) ->
                new IntakeFacet(Stage.CLASSIFIED, classified, found, submittedAt, null);
            case Fact.Withdrawn(String by, String reason, Instant at) ->
                new IntakeFacet(Stage.WITHDRAWN, change, plan, submittedAt, new Withdrawal(by, reason, at));
        };
    }
}
