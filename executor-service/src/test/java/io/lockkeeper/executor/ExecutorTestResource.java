package io.lockkeeper.executor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lockkeeper.executor.grant.GrantFixture;
import io.lockkeeper.riskengine.subject.CanonicalJson;
import io.lockkeeper.testbed.PostgresServer;
import io.lockkeeper.testbed.Testbed;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Executor's schema, two target databases, a signing key and a stand-in for risk-service that serves bundles.
 *
 * <p>What a test needs of it is in the JVM's system properties, because test and resource may come from two class loaders.
 */
public class ExecutorTestResource implements QuarkusTestResourceLifecycleManager {

    public static final String BUNDLES = "executor.test.bundles";
    public static final String PRIVATE_KEY = "executor.test.private-key";
    public static final String TOKEN = "bundle-token";

    private final Map<String, String> extra = new HashMap<>();
    private @Nullable HttpServer risk;

    @Override
    public void init(Map<String, String> arguments) {
        extra.putAll(arguments);
    }

    @Override
    public Map<String, String> start() {
        PostgresServer postgres = Testbed.shared().postgres();
        String schema = extra.getOrDefault("schema", "executor");
        extra.remove("schema");
        Map<String, String> settings = new HashMap<>(Testbed.shared().configurationFor(schema));
        for (String target : new String[] {"shop", "bank"}) {
            postgres.createRole(target + "_ddl", "ddl-secret");
            postgres.createDatabase(target, target + "_ddl");
            settings.put("lockkeeper.targets." + target + ".jdbc-url", postgres.url(target));
            settings.put("lockkeeper.targets." + target + ".username", target + "_ddl");
            settings.put("lockkeeper.targets." + target + ".password", "ddl-secret");
            settings.put("lockkeeper.targets." + target + ".environment", "production");
        }
        GrantFixture key = new GrantFixture();
        System.setProperty(
                PRIVATE_KEY,
                Base64.getEncoder().encodeToString(key.pair().getPrivate().getEncoded()));
        settings.put(
                "lockkeeper.grant.public-keys." + GrantFixture.KEY_ID,
                file(key.publicPem()).toString());
        settings.put("lockkeeper.risk.base-url", "http://127.0.0.1:" + serve());
        settings.put("lockkeeper.risk.token", TOKEN);
        settings.put("lockkeeper.runs.poll", "PT0.1S");
        settings.put("lockkeeper.runs.target-lock-wait", "PT5S");
        settings.put("lockkeeper.sampling.interval", "PT0.1S");
        settings.put("lockkeeper.tokens.reader.identity", "reader");
        settings.put("lockkeeper.tokens.reader.roles", "read");
        settings.put("lockkeeper.tokens.reader.sha256", sha256("read-me"));
        settings.put("lockkeeper.tokens.ci.identity", "ci");
        settings.put("lockkeeper.tokens.ci.roles", "submit");
        settings.put("lockkeeper.tokens.ci.sha256", sha256("submit-me"));
        settings.putAll(extra);
        return settings;
    }

    @Override
    public void stop() {
        if (risk != null) {
            risk.stop(0);
        }
    }

    /** Bundles by hash, as the stand-in of risk-service serves them. */
    @SuppressWarnings("unchecked")
    public static Map<String, byte[]> bundles() {
        return (Map<String, byte[]>) System.getProperties().computeIfAbsent(BUNDLES, key -> new ConcurrentHashMap<>());
    }

    private int serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/bundles/", ExecutorTestResource::answer);
            server.start();
            risk = server;
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] bundle = bundles().get(path.substring("/v1/bundles/".length()));
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        try (exchange) {
            if (!known) {
                exchange.sendResponseHeaders(401, -1);
            } else if (bundle == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, bundle.length);
                exchange.getResponseBody().write(bundle);
            }
        }
    }

    private static Path file(String content) {
        try {
            Path file = Files.createTempFile("lockkeeper-grant-", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String token) {
        return CanonicalJson.sha256(token.getBytes(StandardCharsets.UTF_8)).substring("sha256:".length());
    }
}
