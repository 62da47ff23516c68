package io.lockkeeper.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import javax.sql.DataSource;

/** Transactions of the service's own transaction manager, so that Hibernate and plain SQL share one. */
@ApplicationScoped
class JtaTransactions implements Transactions {

    private static final int TIMEOUT_SECONDS = 60;

    private final DataSource database;

    JtaTransactions(DataSource database) {
        this.database = database;
    }

    @Override
    public <T> T inNew(Work<T> work) throws Exception {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.run(connection);
            }
        });
    }
}
