package io.lockkeeper.approval.migration;

import io.lockkeeper.proto.v1.MigrationClassified;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.MigrationSubmitted;
import io.lockkeeper.proto.v1.MigrationWithdrawn;
import io.lockkeeper.proto.v1.SecondsRange;
import io.lockkeeper.proto.v1.StatementSummary;
import io.lockkeeper.proto.v1.Submitter;
import io.lockkeeper.proto.v1.Target;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MigrationWireTest {

    @Test
    void readsWhatADecisionNeeds() throws Exception {
        Migration migration = migration(classified());

        assertThat(migration.id()).isEqualTo(new MigrationId("m-1"));
        assertThat(migration.risk()).isEqualTo(Risk.LOW);
        assertThat(migration.submitter()).isEqualTo(new io.lockkeeper.approval.migration.Submitter("alice", "ci"));
        assertThat(migration.longest()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void takesTheUnanalysableAndTheUnknownForHigh() throws Exception {
        MigrationClassified unanalysable =
                classified().toBuilder().setAnalysable(false).build();
        MigrationClassified unknown = classified().toBuilder().setRiskValue(99).build();
        MigrationClassified none = classified().toBuilder().clearRisk().build();

        assertThat(migration(unanalysable).risk()).isEqualTo(Risk.HIGH);
        assertThat(migration(unknown).risk()).isEqualTo(Risk.HIGH);
        assertThat(migration(none).risk()).isEqualTo(Risk.HIGH);
    }

    @Test
    void refusesAnEventWithoutSubjectOrSubmitter() {
        assertThatThrownBy(() ->
                        migration(classified().toBuilder().clearSubjectHash().build()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        migration(classified().toBuilder().clearSubmitter().build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsTheOthersApart() throws Exception {
        MigrationEvent submitted = MigrationEvent.newBuilder()
                .setSubmitted(MigrationSubmitted.getDefaultInstance())
                .build();
        MigrationEvent withdrawn = MigrationEvent.newBuilder()
                .setWithdrawn(
                        MigrationWithdrawn.newBuilder().setMigrationId("m-1").setBy("alice"))
                .build();

        assertThat(MigrationWire.parse(submitted.toByteArray())).isEqualTo(new MigrationNews.Submitted());
        assertThat(MigrationWire.parse(withdrawn.toByteArray()))
                .isEqualTo(new MigrationNews.Withdrawn(new MigrationId("m-1"), "alice", ""));
        assertThat(MigrationWire.parse(new byte[0])).isEqualTo(new MigrationNews.Unknown());
    }

    private static Migration migration(MigrationClassified event) throws Exception {
        byte[] bytes = MigrationEvent.newBuilder().setClassified(event).build().toByteArray();
        return ((MigrationNews.Classified) MigrationWire.parse(bytes)).migration();
    }

    private static MigrationClassified classified() {
        StatementSummary statement = StatementSummary.newBuilder()
                .setSql("CREATE INDEX")
                .setTotal(SecondsRange.newBuilder().setLow(1).setHigh(1.5))
                .build();
        return MigrationClassified.newBuilder()
                .setMigrationId("m-1")
                .setRisk(io.lockkeeper.proto.v1.Risk.RISK_LOW)
                .setAnalysable(true)
                .setSubjectHash("sha256:aa")
                .setBundleHash("sha256:bb")
                .setVersion("1")
                .setEngine("native")
                .setTarget(Target.newBuilder().setName("shop").setEnvironment("production"))
                .setSubmitter(Submitter.newBuilder().setIdentity("alice").setCredential("ci"))
                .addStatements(statement)
                .addStatements(statement.toBuilder()
                        .setTotal(SecondsRange.newBuilder().setLow(1).setHigh(2)))
                .build();
    }
}
