package io.lockkeeper.outbox;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {

    @Test
    void isADatabaseThatIsAwayOrAsksForAnotherTry() {
        for (String state : new String[] {"08001", "08006", "53300", "57P01", "57P03", "40001", "40P01"}) {
            assertThat(Outage.is(new SQLException("away", state))).as(state).isTrue();
        }
        assertThat(Outage.is(new SQLTransientConnectionException("away"))).isTrue();
        assertThat(Outage.is(new SQLException("Acquisition timeout while waiting for new connection")))
                .isTrue();
        assertThat(Outage.is(new IllegalStateException(new RuntimeException(new SQLException("away", "08006")))))
                .isTrue();
    }

    @Test
    void isFoundWhereTheTransactionManagerKeepsTheReasonOfAFailedCommit() {
        // given
        Exception rolledBack = new IllegalStateException("could not commit");
        Exception resource = new IllegalStateException("one phase commit failed", new SQLException("away", "57P01"));
        rolledBack.addSuppressed(resource);
        resource.addSuppressed(new RuntimeException(rolledBack));

        // then
        assertThat(Outage.is(new RuntimeException(rolledBack))).isTrue();
        assertThat(Outage.is(withCircle(new IllegalStateException("wrong")))).isFalse();
    }

    @Test
    void isNotAnEventThatIsWrong() {
        for (String state : new String[] {"23505", "22001", "42P01", "57014"}) {
            assertThat(Outage.is(new SQLException("wrong", state))).as(state).isFalse();
        }
        assertThat(Outage.is(new IllegalStateException("wrong"))).isFalse();
    }

    private static Exception withCircle(Exception failure) {
        failure.addSuppressed(new RuntimeException(failure));
        return failure;
    }
}
