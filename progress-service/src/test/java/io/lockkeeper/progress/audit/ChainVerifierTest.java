package io.lockkeeper.progress.audit;

import io.lockkeeper.progress.event.Samples;
import io.lockkeeper.progress.event.Tellings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChainVerifierTest {

    private static final Samples S = new Samples("m-1");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    record Tampering(String name, UnaryOperator<AuditEntry> edit, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Tampering> edits() {
        String content = "its content does not match its hash";
        return Stream.of(
                new Tampering("seq", e -> with(e, 9, e.type(), e.time(), e.body(), e.prevHash(), e.hash()), "missing"),
                new Tampering(
                        "type",
                        e -> with(e, e.seq(), "RunFailed", e.time(), e.body(), e.prevHash(), e.hash()),
                        content),
                new Tampering(
                        "time",
                        e -> with(e, e.seq(), e.type(), e.time().plusNanos(1000), e.body(), e.prevHash(), e.hash()),
                        content),
                new Tampering(
                        "body",
                        e -> with(e, e.seq(), e.type(), e.time(), e.body() + " ", e.prevHash(), e.hash()),
                        content),
                new Tampering(
                        "previous hash",
                        e -> with(e, e.seq(), e.type(), e.time(), e.body(), "f".repeat(64), e.hash()),
                        "does not follow"),
                new Tampering(
                        "hash",
                        e -> with(e, e.seq(), e.type(), e.time(), e.body(), e.prevHash(), "f".repeat(64)),
                        content),
                new Tampering(
                        "content with its own hash forged",
                        e -> {
                            AuditEntry edited = with(e, e.seq(), e.type(), e.time(), "{}", e.prevHash(), "");
                            return with(edited, e.seq(), e.type(), e.time(), "{}", e.prevHash(), AuditHash.of(edited));
                        },
                        "does not follow"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void findsAnEditedField(Tampering tampering) {
        // given
        List<AuditEntry> chain = chain(5);
        Head head = headOf(chain);
        chain.set(2, tampering.edit().apply(chain.get(2)));

        // when
        Verdict verdict = verify(chain, head, Head.GENESIS);

        // then
        assertThat(verdict.intact()).isFalse();
        assertThat(broken(verdict).reason()).contains(tampering.reason());
        assertThat(broken(verdict).seq()).isBetween(3L, 4L);
    }

    @Test
    void anIntactChainIsIntact() {
        // given
        List<AuditEntry> chain = chain(5);

        // when
        Verdict verdict = verify(chain, headOf(chain), new Head(2, chain.get(1).hash()));

        // then
        assertThat(verdict).isEqualTo(new Verdict(true, 5, chain.getLast().hash(), null, NOW));
    }

    @Test
    void theEmptyChainIsIntact() {
        assertThat(verify(List.of(), Head.GENESIS, Head.GENESIS).intact()).isTrue();
    }

    @Test
    void findsAMissingEntry() {
        List<AuditEntry> chain = chain(5);
        Head head = headOf(chain);
        chain.remove(2);
        assertThat(broken(verify(chain, head, Head.GENESIS))).isEqualTo(new Verdict.Break(3, "entry 3 is missing"));
    }

    @Test
    void findsAnEntryThatIsThereTwice() {
        List<AuditEntry> chain = chain(5);
        Head head = headOf(chain);
        chain.add(3, chain.get(2));
        assertThat(broken(verify(chain, head, Head.GENESIS)).reason()).contains("twice");
    }

    @Test
    void findsACutOffEnd() {
        List<AuditEntry> chain = chain(5);
        Head head = headOf(chain);
        chain.removeLast();
        assertThat(broken(verify(chain, head, Head.GENESIS)).seq()).isEqualTo(5);
    }

    @Test
    void findsAnEndCutOffWithItsHeadByMemory() {
        List<AuditEntry> chain = chain(5);
        Head remembered = headOf(chain);
        chain.removeLast();
        assertThat(verify(chain, headOf(chain), Head.GENESIS).intact()).isTrue();
        assertThat(broken(verify(chain, headOf(chain), remembered)).reason()).contains("had 5 entries before");
    }

    @Test
    void findsAChainRewrittenAsAWholeByMemory() {
        Head remembered = headOf(chain(5));
        List<AuditEntry> rewritten = chain(4);
        rewritten.add(Link.next(headOf(rewritten), Tellings.told(S.failed(), "m-1", NOW)));
        assertThat(verify(rewritten, headOf(rewritten), Head.GENESIS).intact()).isTrue();
        assertThat(broken(verify(rewritten, headOf(rewritten), remembered)).reason())
                .contains("rewritten");
    }

    @Test
    void findsAHeadThatIsGoneOrForged() {
        List<AuditEntry> chain = chain(5);
        assertThat(broken(verify(chain, null, Head.GENESIS)).reason()).contains("head of the chain is missing");
        assertThat(broken(verify(chain, new Head(4, chain.get(3).hash()), Head.GENESIS))
                        .reason())
                .contains("forged");
        assertThat(broken(verify(chain, new Head(5, "f".repeat(64)), Head.GENESIS))
                        .reason())
                .contains("another hash");
    }

    @Test
    void theFormOfTheHashIsFixed() {
        // given
        AuditEntry entry = new AuditEntry(
                1,
                UUID.fromString("0193a1b2-0000-7000-8000-000000000001"),
                "MigrationSubmitted",
                "lockkeeper.migration.v1",
                "m-1",
                Instant.parse("2026-11-21T09:00:00.123456Z"),
                new byte[] {1, 2, 3},
                "{\"version\":\"ü\"}",
                AuditHash.GENESIS,
                "");

        // then: computed once outside of this code base's Java; whoever changes the form must bump its version
        assertThat(AuditHash.of(entry)).isEqualTo("66b85c32aca7612a09ce10daa1f2ff393e2f1f963c0d8cf94781b5dbb5c93fe5");
    }

    private static List<AuditEntry> chain(int length) {
        List<AuditEntry> chain = new ArrayList<>();
        Head head = Head.GENESIS;
        for (int i = 0; i < length; i++) {
            AuditEntry entry = Link.next(head, Tellings.told(S.phase(), "m-1", Samples.NINE.plusSeconds(i)));
            head = Link.headAfter(entry);
            chain.add(entry);
        }
        return chain;
    }

    private static Head headOf(List<AuditEntry> chain) {
        return Link.headAfter(chain.getLast());
    }

    private static Verdict verify(List<AuditEntry> chain, @Nullable Head head, Head remembered) {
        ChainVerifier verifier = new ChainVerifier(remembered);
        chain.forEach(verifier::accept);
        return verifier.finish(head, NOW);
    }

    private static Verdict.Break broken(Verdict verdict) {
        return java.util.Objects.requireNonNull(verdict.firstBroken());
    }

    private static AuditEntry with(
            AuditEntry e, long seq, String type, Instant time, String body, String prevHash, String hash) {
        return new AuditEntry(
                seq, e.eventId(), type, e.topic(), e.migration(), time, e.payload(), body, prevHash, hash);
    }
}
