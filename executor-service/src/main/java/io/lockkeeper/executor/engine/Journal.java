package io.lockkeeper.executor.engine;

import java.util.List;

/**
 * What happened to each statement, durable before the next thing happens. After a crash it is all that is known.
 *
 * <p>Every method throws {@link LostLease} when this executor no longer holds the run: the engine must then let go at once.
 */
public interface Journal {

    /**
     * These statements are about to be sent; they may be named again when they are tried again.
     *
     * @param phase what people see, for instance {@code statement 2 of 5}
     */
    void started(List<Integer> statements, String phase);

    /** The statement was executed inside a transaction that is still open. */
    void executed(int statement, long rows);

    /** The effect of these statements is permanent. */
    void committed(List<Integer> statements);

    /** The server took these statements back for sure; they had no effect. */
    void rolledBack(List<Integer> statements);

    /** The server refused a statement outside any transaction; what it may have left behind is told in the outcome. */
    void failed(int statement);
}
