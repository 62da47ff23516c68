package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import java.util.List;

/** The seam between text and meaning: one statement → what it does. Another grammar can take this place. */
public interface StatementReader {

    /**
     * Never empty and never throws: what is not understood with certainty is an {@code Unreadable}, alone.
     *
     * @param sql one statement, without its closing semicolon
     */
    List<Operation> read(String sql);
}
