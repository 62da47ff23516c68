package io.lockkeeper.e2e.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.e2e.demo.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** Compose file, scrape configuration and app manifest agree with the code and each other, as far as can be told without Docker. */
class DeploymentTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> SERVICES =
            List.of("risk-service", "approval-service", "executor-service", "progress-service", "notifier-service");

    private final String composeText = read("docker-compose.yml");
    private final JsonNode compose = yaml(composeText).path("services");

    @Test
    void composeStartsEveryPart() {
        assertThat(compose.fieldNames())
                .toIterable()
                .containsAll(SERVICES)
                .contains("kafka", "postgres", "prometheus", "grafana", "slack-emulator");
    }

    @Test
    void composeListensWhereTheServiceDoes() {
        for (String service : SERVICES) {
            String port = yaml(read(service + "/src/main/resources/application.yaml"))
                    .at("/quarkus/http/port")
                    .asText();
            assertThat(port).as(service).isEqualTo(port(service));
            assertThat(compose.path(service).at("/ports/0").asText())
                    .as(service)
                    .isEqualTo("127.0.0.1:%s:%s", port, port);
        }
    }

    @Test
    void everyMountedOrBuiltFileExists() {
        List<String> paths = Pattern.compile("\\./(deploy/[\\w./-]+):|dockerfile: ([\\w./-]+)")
                .matcher(composeText)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                // Made by deploy/docker/new-secrets, never committed.
                .filter(path -> !path.startsWith("deploy/docker/secrets/"))
                .toList();
        assertThat(paths).hasSizeGreaterThan(SERVICES.size()).allSatisfy(path -> assertThat(ROOT.resolve(path))
                .exists());
    }

    @Test
    void everyVariableIsWrittenByNewSecrets() {
        String secrets = read("deploy/docker/new-secrets");
        List<String> variables = Pattern.compile("\\$\\{(\\w+)")
                .matcher(composeText.replace("$${", ""))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(variables).isNotEmpty().allSatisfy(variable -> assertThat(secrets)
                .containsPattern("(?m)^" + variable + "="));
    }

    @Test
    void prometheusScrapesEveryService() {
        List<String> targets = Pattern.compile("targets: \\[([^]]+)]")
                .matcher(read("deploy/prometheus/prometheus.yml"))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(targets)
                .containsExactlyElementsOf(SERVICES.stream()
                        .map(service -> service + ":" + port(service))
                        .toList());
    }

    @Test
    void theSlackAppSendsClicksWhereTheyAreTaken() {
        JsonNode interactivity = yaml(read("deploy/slack/manifest.yaml")).at("/settings/interactivity");
        String door = "/slack/interactions";
        assertThat(read("approval-service/src/main/java/io/lockkeeper/approval/slack/SlackResource.java"))
                .contains("@Path(\"" + door + "\")");
        assertThat(interactivity.path("is_enabled").asBoolean()).isTrue();
        assertThat(interactivity.path("request_url").asText()).endsWith(door);
        assertThat(composeText).contains("http://approval-service:" + port("approval-service") + door);
    }

    private String port(String service) {
        return compose.path(service).at("/environment/QUARKUS_HTTP_PORT").asText();
    }

    private static JsonNode yaml(String text) {
        return Api.JSON.valueToTree(new Yaml().load(text));
    }

    private static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
