package io.lockkeeper.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.cli.ChainCheck.Broken;
import io.lockkeeper.cli.ChainCheck.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChainCheckTest {

    /** Computed outside of Java, with the fields of {@link #first}. */
    private static final String FIRST = "66b85c32aca7612a09ce10daa1f2ff393e2f1f963c0d8cf94781b5dbb5c93fe5";

    @Test
    void recomputesAHashThatWasComputedElsewhere() {
        // given
        ChainCheck check = new ChainCheck(new Expected(0, null));

        // when
        Broken broken = check.next(first());

        // then
        assertThat(broken).isNull();
        assertThat(check.head()).isEqualTo(FIRST);
        assertThat(check.end(1, FIRST)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "eventId, 0193a1b2-0000-7000-8000-000000000002",
        "type, MigrationWithdrawn",
        "topic, lockkeeper.run.v1",
        "migrationId, m-2",
        "occurredAt, 2026-11-21T09:00:00.123457Z",
        "payload, AQIE",
        "body, {}",
        "prevHash, ffff",
        "hash, ffff"
    })
    void findsAnEditedField(String field, String value) {
        // given
        ObjectNode edited = first();
        edited.put(field, value);

        // when
        Broken broken = new ChainCheck(new Expected(0, null)).next(edited);

        // then
        assertThat(broken).isNotNull().extracting(Broken::seq).isEqualTo(1L);
    }

    @Test
    void findsWhatIsMissingOrOutOfPlace() {
        assertThat(new ChainCheck(new Expected(0, null)).next(first().put("seq", 2)))
                .isEqualTo(new Broken(1, "entry 1 is missing, entry 2 follows"));
        assertThat(after(first()).next(first())).isEqualTo(new Broken(1, "entry 1 comes out of order"));
    }

    @Test
    void findsACutOffEndAForgedEntryAndAForgedHead() {
        assertThat(after(first()).end(2, "f".repeat(64)))
                .extracting(Broken::seq)
                .isEqualTo(2L);
        assertThat(after(first()).end(0, ChainCheck.GENESIS))
                .extracting(Broken::seq)
                .isEqualTo(1L);
        assertThat(after(first()).end(1, "f".repeat(64)))
                .extracting(Broken::seq)
                .isEqualTo(1L);
    }

    @Test
    void findsWhatContradictsMemory() {
        // given
        ChainCheck more = new ChainCheck(new Expected(2, FIRST));
        ChainCheck other = new ChainCheck(new Expected(1, "f".repeat(64)));
        ChainCheck hashOnly = new ChainCheck(new Expected(0, "f".repeat(64)));

        // then
        assertThat(more.next(first())).isNull();
        assertThat(more.end(1, FIRST)).isNotNull();
        assertThat(other.next(first())).isNotNull();
        assertThat(hashOnly.next(first())).isNull();
        assertThat(hashOnly.end(1, FIRST)).isNotNull();
    }

    @Test
    void theEmptyChainIsIntact() {
        assertThat(new ChainCheck(new Expected(0, null)).end(0, ChainCheck.GENESIS))
                .isNull();
    }

    @Test
    void refusesAnEntryThatLacksAField() {
        ObjectNode entry = first();
        entry.remove("body");
        assertThatThrownBy(() -> new ChainCheck(new Expected(0, null)).next(entry))
                .isInstanceOf(Lockkeeper.Unusable.class)
                .hasMessageContaining("body");
    }

    private static ChainCheck after(ObjectNode entry) {
        ChainCheck check = new ChainCheck(new Expected(0, null));
        assertThat(check.next(entry)).isNull();
        return check;
    }

    private static ObjectNode first() {
        return Api.JSON
                .createObjectNode()
                .put("seq", 1)
                .put("eventId", "0193a1b2-0000-7000-8000-000000000001")
                .put("type", "MigrationSubmitted")
                .put("topic", "lockkeeper.migration.v1")
                .put("migrationId", "m-1")
                .put("occurredAt", "2026-11-21T09:00:00.123456Z")
                .put("payload", "AQID")
                .put("body", "{\"version\":\"ü\"}")
                .put("prevHash", ChainCheck.GENESIS)
                .put("hash", FIRST);
    }
}
