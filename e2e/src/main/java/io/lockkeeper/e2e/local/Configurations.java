package io.lockkeeper.e2e.local;

import io.lockkeeper.testbed.PostgresServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The configuration of each service in the local stack. It goes into a file, because it holds secrets. */
final class Configurations {

    static final String TARGET = "shop-production";
    static final String GRANT_KEY = "local";
    private static final String TEAM = "T0LOCK";

    private final Ports ports;
    private final Secrets secrets;
    private final PostgresServer postgres;

    Configurations(Ports ports, Secrets secrets, PostgresServer postgres) {
        this.ports = ports;
        this.secrets = secrets;
        this.postgres = postgres;
    }

    /** As a properties file. */
    String of(Service service) {
        return properties(service).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Map<String, String> properties(Service service) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("quarkus.http.host", "127.0.0.1");
        map.put("quarkus.http.port", Integer.toString(ports.of(service)));
        map.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.kafka());
        map.put("quarkus.datasource.jdbc.url", postgres.url(Databases.LOCKKEEPER, service.schema()));
        map.put("quarkus.datasource.username", service.schema());
        map.put("quarkus.datasource.password", secrets.get("db." + service.schema()));
        switch (service) {
            case RISK -> risk(map);
            case APPROVAL -> approval(map);
            case EXECUTOR -> executor(map);
            case PROGRESS -> progress(map);
            case NOTIFIER -> notifier(map);
        }
        return map;
    }

    private void risk(Map<String, String> map) {
        map.put("lockkeeper.public-url", ports.url(Service.RISK).toString());
        map.put("lockkeeper.dashboard-url", ports.url(Service.PROGRESS).toString());
        map.put("lockkeeper.pages.open", "true");
        token(map, "ci", "submit,read");
        map.put("lockkeeper.tokens.ci.on-behalf", "true");
        token(map, "executor", "bundles");
        token(map, "reader", "read");
        account(map, Databases.READER);
        String target = "lockkeeper.targets." + TARGET + ".";
        map.put(target + "owner", "shop-team");
        map.put(target + "channel", "C0MIGRATE");
        map.put(target + "approver-group", "dba");
    }

    private void approval(Map<String, String> map) {
        slack(map);
        map.put("lockkeeper.slack.signing-secret", secrets.get("slack.signing-secret"));
        map.put(
                "lockkeeper.grant.private-key-file",
                secrets.grantPrivateKey().toAbsolutePath().toString());
        map.put("lockkeeper.grant.key-id", GRANT_KEY);
        token(map, "reader", "read");
        token(map, "operator", "freeze,decide,read");
        person(map, "alice", "U0ALICE", "engineers");
        person(map, "dana", "U0DANA", "dba");
        person(map, "boris", "U0BORIS", "engineers");
        map.put("lockkeeper.policy.name", "local");
    }

    private void executor(Map<String, String> map) {
        map.put("lockkeeper.risk.base-url", ports.url(Service.RISK).toString());
        map.put("lockkeeper.risk.token", secrets.get("token.executor"));
        map.put(
                "lockkeeper.grant.public-keys." + GRANT_KEY,
                secrets.grantPublicKey().toAbsolutePath().toString());
        token(map, "reader", "read");
        account(map, Databases.OWNER);
    }

    private void progress(Map<String, String> map) {
        map.put("lockkeeper.dashboard.open", "true");
        token(map, "reader", "read");
        token(map, "ci", "read");
    }

    private void notifier(Map<String, String> map) {
        slack(map);
        token(map, "reader", "read");
    }

    private void slack(Map<String, String> map) {
        map.put("lockkeeper.slack.base-url", ports.emulatorUrl() + "/api/");
        map.put("lockkeeper.slack.bot-token", botToken());
    }

    String botToken() {
        return "xoxb-" + secrets.get("slack.bot-token");
    }

    private void account(Map<String, String> map, String user) {
        String target = "lockkeeper.targets." + TARGET + ".";
        map.put(target + "jdbc-url", postgres.url(Databases.SHOP));
        map.put(target + "username", user);
        map.put(target + "password", secrets.get("db." + user));
        map.put(target + "environment", "production");
    }

    private void token(Map<String, String> map, String name, String roles) {
        String key = "lockkeeper.tokens." + name + ".";
        map.put(key + "sha256", secrets.hash("token." + name));
        map.put(key + "identity", name);
        map.put(key + "roles", roles);
    }

    private static void person(Map<String, String> map, String identity, String slackUser, String groups) {
        String key = "lockkeeper.directory.people." + identity + ".";
        map.put(key + "slack-team", TEAM);
        map.put(key + "slack-user", slackUser);
        map.put(key + "groups", groups);
    }
}
