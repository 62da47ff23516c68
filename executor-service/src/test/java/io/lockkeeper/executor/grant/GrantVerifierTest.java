package io.lockkeeper.executor.grant;

import io.lockkeeper.executor.grant.GrantVerdict.Reason;
import io.lockkeeper.executor.grant.GrantVerdict.Refused;
import io.lockkeeper.executor.grant.GrantVerdict.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class GrantVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final MigrationId MIGRATION = new MigrationId("m-1");
    private static final GrantFixture APPROVAL = new GrantFixture();

    private final GrantVerifier verifier = new GrantVerifier(
            Map.of(GrantFixture.KEY_ID, APPROVAL.pair().getPublic()),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofSeconds(5));

    @Test
    void acceptsAGrantOfApprovalService() {
        // given
        String jws = APPROVAL.sign(claims());

        // when
        GrantVerdict verdict = verifier.verify(jws, MIGRATION);

        // then
        assertThat(verdict).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.grant().id()).isEqualTo(new GrantId("g-1"));
            assertThat(valid.grant().migration()).isEqualTo(MIGRATION);
            assertThat(valid.grant().target()).isEqualTo("shop");
            assertThat(valid.grant().risk()).isEqualTo("HIGH");
            assertThat(valid.grant().jws()).isEqualTo(jws);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refusesWhatIsNotAGrantOfApprovalServiceForThisMigrationAndTime(String what, String jws, Reason reason) {
        // when
        GrantVerdict verdict = verifier.verify(jws, MIGRATION);

        // then
        assertThat(verdict).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.detail()).isNotBlank().doesNotContain(jws + ".");
        });
    }

    static Stream<Arguments> forgeries() {
        String good = APPROVAL.sign(claims());
        return Stream.of(
                Arguments.of("nothing", "", Reason.MALFORMED),
                Arguments.of("noise", "not a grant", Reason.MALFORMED),
                Arguments.of("a flood", "a".repeat(20_000), Reason.MALFORMED),
                Arguments.of("another key under the known id", new GrantFixture().sign(claims()), Reason.SIGNATURE),
                Arguments.of(
                        "an unknown key id",
                        GrantFixture.sign(
                                claims(),
                                AlgorithmIdentifiers.EDDSA,
                                APPROVAL.pair().getPrivate(),
                                "other"),
                        Reason.UNKNOWN_KEY),
                Arguments.of(
                        "algorithm none",
                        GrantFixture.sign(claims(), AlgorithmIdentifiers.NONE, null, GrantFixture.KEY_ID),
                        Reason.ALGORITHM),
                Arguments.of(
                        "a MAC keyed with the public key",
                        GrantFixture.sign(
                                claims(),
                                AlgorithmIdentifiers.HMAC_SHA256,
                                new HmacKey(APPROVAL.pair().getPublic().getEncoded()),
                                GrantFixture.KEY_ID),
                        Reason.ALGORITHM),
                Arguments.of("another payload under the signature", tampered(good), Reason.SIGNATURE),
                Arguments.of("no signature", good.substring(0, good.lastIndexOf('.') + 1), Reason.SIGNATURE),
                Arguments.of("another issuer", signed(c -> c.setIssuer("mallory")), Reason.CLAIMS),
                Arguments.of("another audience", signed(c -> c.setAudience("lockkeeper-risk")), Reason.CLAIMS),
                Arguments.of("no audience", signed(c -> c.unsetClaim("aud")), Reason.CLAIMS),
                Arguments.of("another migration", signed(c -> c.setSubject("m-2")), Reason.OTHER_MIGRATION),
                Arguments.of("no subject", signed(c -> c.unsetClaim("sub")), Reason.OTHER_MIGRATION),
                Arguments.of("no id", signed(c -> c.unsetClaim("jti")), Reason.CLAIMS),
                Arguments.of("no subject hash", signed(c -> c.unsetClaim("subject_hash")), Reason.CLAIMS),
                Arguments.of("no bundle hash", signed(c -> c.unsetClaim("bundle_hash")), Reason.CLAIMS),
                Arguments.of("a risk that is none", signed(c -> c.setStringClaim("risk", "NONE")), Reason.CLAIMS),
                Arguments.of("no beginning", signed(c -> c.unsetClaim("nbf")), Reason.CLAIMS),
                Arguments.of("no end", signed(c -> c.unsetClaim("exp")), Reason.CLAIMS),
                Arguments.of("an end of the wrong type", signed(c -> c.setClaim("exp", "tomorrow")), Reason.CLAIMS),
                Arguments.of("ended this second", signed(c -> c.setExpirationTime(at(0))), Reason.EXPIRED),
                Arguments.of("ended long ago", signed(c -> c.setExpirationTime(at(-3600))), Reason.EXPIRED),
                Arguments.of("begins in a minute", signed(c -> c.setNotBefore(at(60))), Reason.NOT_YET_VALID));
    }

    private static JwtClaims claims() {
        return GrantFixture.claims("g-1", "m-1", NOW.minusSeconds(1), NOW.plusSeconds(600));
    }

    private static String signed(Consumer<JwtClaims> change) {
        JwtClaims claims = claims();
        change.accept(claims);
        return APPROVAL.sign(claims);
    }

    private static NumericDate at(long secondsFromNow) {
        return NumericDate.fromSeconds(NOW.getEpochSecond() + secondsFromNow);
    }

    private static String tampered(String jws) {
        String[] parts = jws.split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"shop\"", "\"bank\"");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }
}
