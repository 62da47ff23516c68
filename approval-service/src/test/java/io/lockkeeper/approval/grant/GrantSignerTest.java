package io.lockkeeper.approval.grant;

import io.lockkeeper.approval.migration.Migrations;
import io.lockkeeper.approval.migration.Risk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GrantSignerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void saysExactlyWhatWasApproved() throws Exception {
        // given
        KeyPair keys = ed25519();

        // when
        Grant grant = sign(keys);

        // then
        JwtClaims claims = JwtClaims.parse(payload(grant.jws()));
        assertThat(verifies(grant.jws(), keys.getPublic())).isTrue();
        assertThat(claims.getIssuer()).isEqualTo("lockkeeper-approval");
        assertThat(claims.getAudience()).containsExactly("lockkeeper-executor");
        assertThat(claims.getJwtId()).isEqualTo("g-1");
        assertThat(claims.getSubject()).isEqualTo("m-1");
        assertThat(claims.getStringClaimValue("subject_hash")).isEqualTo("sha256:aa");
        assertThat(claims.getStringClaimValue("bundle_hash")).isEqualTo("sha256:bundle");
        assertThat(claims.getStringClaimValue("target")).isEqualTo("shop-production");
        assertThat(claims.getStringClaimValue("engine")).isEqualTo("native");
        assertThat(claims.getStringClaimValue("risk")).isEqualTo("HIGH");
        assertThat(claims.getNotBefore().getValue()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.getIssuedAt().getValue()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.getExpirationTime().getValue())
                .isEqualTo(NOW.plusSeconds(60).getEpochSecond());
        assertThat(header(grant.jws())).contains("\"alg\":\"EdDSA\"").contains("\"kid\":\"k1\"");
    }

    @Test
    void doesNotVerifyOnceAnythingIsChanged() throws Exception {
        // given
        KeyPair keys = ed25519();
        String[] parts = sign(keys).jws().split("\\.", -1);
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload(String.join(".", parts))
                        .replace("sha256:aa", "sha256:bb")
                        .getBytes(StandardCharsets.UTF_8));

        // when
        String tampered = parts[0] + "." + other + "." + parts[2];

        // then
        assertThat(verifies(tampered, keys.getPublic())).isFalse();
        assertThat(verifies(String.join(".", parts), ed25519().getPublic())).isFalse();
    }

    @Test
    void readsItsKeyFromAPemFile(@TempDir Path folder) throws Exception {
        // given
        KeyPair keys = ed25519();
        Path file = pem(folder, keys);

        // when
        GrantKey key = GrantKey.read("k1", file);

        // then
        assertThat(key.key()).isEqualTo(keys.getPrivate());
        assertThat(key.toString()).isEqualTo("GrantKey[k1, ***]");
    }

    @Test
    void refusesAnyOtherKey(@TempDir Path folder) throws Exception {
        // given
        Path rubbish = Files.writeString(folder.resolve("rubbish.pem"), "no key");
        Path rsa = pem(folder, KeyPairGenerator.getInstance("RSA").generateKeyPair());

        // then
        assertThatThrownBy(() -> GrantKey.read("k1", rubbish)).hasMessageContaining("must hold an Ed25519 private key");
        assertThatThrownBy(() -> GrantKey.read("k1", rsa)).hasMessageContaining("must hold an Ed25519 private key");
        assertThatThrownBy(() -> GrantKey.read("k1", folder.resolve("none"))).hasMessageContaining("private-key-file");
        KeyPair other = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
        assertThatThrownBy(() -> new GrantKey("k1", other.getPrivate())).hasMessageContaining("not an Ed25519");
    }

    private static Grant sign(KeyPair keys) {
        GrantClaims claims = new GrantClaims(new GrantId("g-1"), Migrations.of(Risk.HIGH), NOW, NOW.plusSeconds(60));
        return new GrantSigner(new GrantKey("k1", keys.getPrivate())).sign(claims);
    }

    private static boolean verifies(String jws, PublicKey key) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "EdDSA"));
        signature.setCompactSerialization(jws);
        signature.setKey(key);
        return signature.verifySignature();
    }

    private static String header(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[0]), StandardCharsets.UTF_8);
    }

    private static String payload(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    private static Path pem(Path folder, KeyPair keys) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
        return Files.writeString(
                folder.resolve(keys.getPrivate().getAlgorithm() + ".pem"),
                "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }

    private static KeyPair ed25519() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }
}
