package io.lockkeeper.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command against a small server that answers what a test tells it to. */
class LockkeeperTest {

    private static final String ACCEPTED = """
            {"id":"m-1","version":"1","target":"shop","status":"CLASSIFIED","risk":"HIGH",
             "report":{"analysable":true,"statements":[{"index":0,"risk":"HIGH","sql":"ALTER TABLE orders\\n ADD x int",
               "effects":[{"table":"public.orders","lock":"ACCESS EXCLUSIVE","blocks":"reads+writes",
                           "estimate":{"blockedSeconds":[2.0,5.0]}}],
               "findings":[{"rule":"some-rule","risk":"HIGH","reason":"It blocks.","saferWay":"Do less."}]}],
               "migration":{"findings":[]}},
             "links":{"plan":"http://127.0.0.1:8081/v1/migrations/m-1/plan"}}""";

    @TempDir
    Path folder = Path.of("");

    private final List<String> keys = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private HttpServer server = refusing();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        Files.writeString(folder.resolve("V1.sql"), "ALTER TABLE orders ADD x int;");
        Files.writeString(folder.resolve("token"), "secret\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void submitsAndPrintsTheRiskTable() {
        // given
        answer(202, ACCEPTED);

        // when
        Run run = submit();

        // then
        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text())
                .contains("m-1  1 for shop: risk HIGH")
                .contains("ALTER TABLE orders ADD x int")
                .contains("blocks reads+writes of public.orders (ACCESS EXCLUSIVE), for 2.0 to 5.0 s")
                .contains("some-rule: It blocks.")
                .contains("instead: Do less.")
                .contains("/v1/migrations/m-1/plan");
        assertThat(bodies.getFirst())
                .contains("\"files\":[{\"path\":\"V1.sql\",\"content\":\"ALTER TABLE orders ADD x int;\"}]")
                .doesNotContain("secret");
    }

    @Test
    void theSameCommandHasTheSameIdempotencyKey() throws IOException {
        // given
        answer(202, ACCEPTED);

        // when
        submit();
        submit();
        Files.writeString(folder.resolve("V1.sql"), "ALTER TABLE orders ADD y int;");
        submit();

        // then
        assertThat(keys.get(0)).startsWith("cli-").isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    @Test
    void saysWhyItWasRefused() {
        // given
        answer(422, """
                {"title":"x","detail":"The target is not known.","help":"Name a target.","code":"UNKNOWN_TARGET"}""");

        // when
        Run run = submit();

        // then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.text()).contains("refused: The target is not known. Name a target. [UNKNOWN_TARGET]");
    }

    @Test
    void wrongUseAndSilenceAreTwo() {
        // given
        int port = server.getAddress().getPort();
        server.stop(0);

        // then
        assertThat(run("submit").code()).isEqualTo(2);
        assertThat(run("frobnicate").code()).isEqualTo(2);
        assertThat(run("audit", "verify", "--url", "ftp://x").code()).isEqualTo(2);
        assertThat(run("audit", "verify", "--expect-head", "abc").code()).isEqualTo(2);
        assertThat(run("audit", "verify", "--url", "http://127.0.0.1:" + port).text())
                .contains("did not answer");
        assertThat(run("submit", "--target", "t", "--version", "1", "--engine", "native", "missing.sql")
                        .text())
                .contains("could not read missing.sql");
    }

    @Test
    void refusesFilesOutsideOfTheBase() {
        Run run = run(
                "submit",
                "--target",
                "t",
                "--version",
                "1",
                "--engine",
                "native",
                "--base",
                folder.toString(),
                "../x.sql");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.text()).contains("lies outside");
    }

    @Test
    void printsAnIntactChainAsJson() {
        // given
        answer(200, """
                {"form":"lockkeeper-audit-1","entries":[],"head":{"entries":0,"hash":"%s"}}""".formatted(ChainCheck.GENESIS));

        // when
        Run run = run("audit", "verify", "--json", "--url", url());

        // then
        assertThat(run.code()).isZero();
        assertThat(run.text().strip())
                .isEqualTo("{\"intact\":true,\"entries\":0,\"head\":\"" + ChainCheck.GENESIS + "\"}");
    }

    @Test
    void findsThatTheEndIsGoneWhenTheServiceSendsNothingMore() {
        // given
        answer(200, """
                {"form":"lockkeeper-audit-1","entries":[],"head":{"entries":7,"hash":"%s"}}""".formatted("f".repeat(64)));

        // when
        Run run = run("audit", "verify", "--url", url());

        // then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.text()).contains("BROKEN at entry 1").contains("its head counts 7");
    }

    private Run submit() {
        return run(
                "submit",
                "--url",
                url(),
                "--token-file",
                folder.resolve("token").toString(),
                "--target",
                "shop",
                "--version",
                "1",
                "--engine",
                "native",
                "--base",
                folder.toString(),
                "V1.sql");
    }

    record Run(int code, String text) {}

    private static Run run(String... arguments) {
        StringWriter text = new StringWriter();
        PrintWriter printer = new PrintWriter(text, true);
        return new Run(Lockkeeper.run(printer, printer, arguments), text.toString());
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(int status, String json) {
        server.createContext("/", exchange -> {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            send(exchange, status, json.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Stands in until a test's own server is started. */
    private static HttpServer refusing() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
