package io.lockkeeper.approval;

import io.lockkeeper.testbed.ServiceTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Broker, database, a Slack that records, a key, and the people of the tests. */
public class ApprovalTestResource extends ServiceTestResource {

    static final String SIGNING_SECRET = "a-signing-secret";

    /** Where tests find the other half of the grant key. */
    static final String PUBLIC_KEY = "test.grant.public-key";

    private @Nullable SlackRecorder slack;

    @Override
    public Map<String, String> start() {
        init(Map.of("service", "approval"));
        Map<String, String> configuration = super.start();
        slack = new SlackRecorder();
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("lockkeeper.slack.base-url", slack.url());
        configuration.put("lockkeeper.slack.bot-token", SlackRecorder.TOKEN);
        configuration.put("lockkeeper.slack.signing-secret", SIGNING_SECRET);
        configuration.put("lockkeeper.windows.check-every", "1s");
        configuration.put(
                "lockkeeper.windows.peaks.rush.days", "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY");
        configuration.put("lockkeeper.windows.peaks.rush.from", "00:00");
        configuration.put("lockkeeper.windows.peaks.rush.to", "23:59:59");
        configuration.put("lockkeeper.windows.peaks.rush.zone", "Europe/Berlin");
        configuration.put("lockkeeper.windows.peaks.rush.targets", "always-busy");
        configuration.put("lockkeeper.directory.slack-groups.dba.team", "T0LOCK");
        configuration.put("lockkeeper.directory.slack-groups.dba.usergroup", "S0DBA");
        person(configuration, "alice", "backend");
        person(configuration, "boris", "backend");
        person(configuration, "dana", "dba");
        person(configuration, "dora", "dba");
        person(configuration, "greta", "backend");
        token(configuration, "reader", "reader", "read");
        token(configuration, "keeper", "dana", "freeze");
        List.of("alice", "boris", "dana", "dora", "greta", "ghost")
                .forEach(who -> token(configuration, who, who, "decide"));
        addKey(configuration);
        return configuration;
    }

    @Override
    public void stop() {
        if (slack != null) {
            slack.stop();
        }
    }

    private static void person(Map<String, String> configuration, String identity, String group) {
        String prefix = "lockkeeper.directory.people." + identity;
        configuration.put(prefix + ".slack-team", "T0LOCK");
        configuration.put(prefix + ".slack-user", "U0" + identity.toUpperCase(java.util.Locale.ROOT));
        configuration.put(prefix + ".groups", group);
    }

    private static void token(Map<String, String> configuration, String name, String identity, String role) {
        configuration.put("lockkeeper.tokens." + name + ".sha256", sha256("token-of-" + name));
        configuration.put("lockkeeper.tokens." + name + ".identity", identity);
        configuration.put("lockkeeper.tokens." + name + ".roles", role);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addKey(Map<String, String> configuration) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Path file = Files.createTempFile("grant", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(keys.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
            configuration.put("lockkeeper.grant.private-key-file", file.toString());
            configuration.put("lockkeeper.grant.key-id", "test-1");
            configuration.put(
                    PUBLIC_KEY,
                    Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
