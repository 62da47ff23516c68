package io.lockkeeper.riskengine.operation;

import org.jspecify.annotations.Nullable;

/** One thing a statement does. A closed set: adding a case makes every switch over it fail to compile. */
public sealed interface Operation
        permits TableOperation, IndexOperation, DataOperation, OtherOperation, MysqlOperation {

    /** Kebab case, as in reports and policies. */
    String kind();

    /** What it is done to; null when there is no single object. */
    @Nullable
    ObjectName object();

    /** The column it is done to; null when it is not about one. */
    default @Nullable String column() {
        return null;
    }
}
