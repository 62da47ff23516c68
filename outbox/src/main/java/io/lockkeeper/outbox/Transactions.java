package io.lockkeeper.outbox;

import java.sql.Connection;

/** Runs work in a transaction of its own: committed when it returns, rolled back when it throws. */
interface Transactions {

    <T> T inNew(Work<T> work) throws Exception;

    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws Exception;
    }
}
