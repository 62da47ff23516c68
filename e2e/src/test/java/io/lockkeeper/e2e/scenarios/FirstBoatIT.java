package io.lockkeeper.e2e.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.e2e.demo.Api;
import io.lockkeeper.e2e.demo.Audit;
import io.lockkeeper.e2e.demo.Channel;
import io.lockkeeper.e2e.demo.Migrations;
import io.lockkeeper.e2e.demo.Polling;
import io.lockkeeper.e2e.demo.Stand;
import io.lockkeeper.e2e.demo.Target;
import io.lockkeeper.e2e.local.LocalStack;
import io.lockkeeper.proto.Topic;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;

/** The first boat: real migrations from CI to the audit trail, decided by clicks in the Slack page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class FirstBoatIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration RUN = Duration.ofMinutes(4);
    private static final int PORT_OFFSET = 1000;

    private LocalStack stack;
    private Stand stand;
    private Migrations migrations;
    private Channel channel;
    private Target target;
    private SlackPage page;

    @BeforeAll
    void start() throws Exception {
        stack = LocalStack.start(
                new LocalStack.Options(Path.of(".."), Path.of("target/var"), PORT_OFFSET, true), System.out::println);
        stand = stack.stand();
        Api api = new Api();
        migrations = new Migrations(api, stand);
        channel = new Channel(api, stand.emulator());
        target = new Target(stand.target());
        page = new SlackPage(stand.emulator());
    }

    @AfterAll
    void stop() {
        if (page != null) {
            page.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(1)
    void aHighRiskChangelogRunsOnlyAfterADbaApprovedIt() throws Exception {
        // given
        List<String> before = target.schema();
        JsonNode submitted = migrations
                .submit(Migrations.body("2026.11.21-1", "liquibase", "liquibase", "changelog.xml"))
                .expect(202);
        String id = submitted.path("id").asText();
        String ts = card(id).ts();
        assertThat(submitted.path("risk").asText()).isEqualTo("HIGH");

        // when
        page.openAs(Channel.ALICE);
        page.click(ts, Channel.APPROVE, true);
        String whisper = page.whisper();
        List<String> afterRefusal = target.schema();
        page.openAs(Channel.DANA);
        page.picture(ts, "card-awaiting");
        page.click(ts, Channel.APPROVE, true);
        page.awaitCard(ts, "SUCCEEDED", RUN);
        page.picture(ts, "card-succeeded");

        // then
        assertThat(whisper).contains("You submitted");
        assertThat(afterRefusal).isEqualTo(before);
        assertThat(migrations.state(id)).isEqualTo("SUCCEEDED");
        assertThat(target.notNull("orders", "note")).isTrue();
        assertThat(target.hasIndex("orders_customer_email_idx")).isTrue();
        assertThat(target.schema())
                .contains("column order_notes.body text null", "column orders.priority smallint null");
        assertThat(channel.cards(id)).singleElement().satisfies(card -> {
            assertThat(card.ts()).isEqualTo(ts);
            assertThat(card.edits()).isPositive();
            assertThat(card.words()).contains("dana");
            assertThat(card.offers(Channel.APPROVE)).isFalse();
        });
        assertThat(page.messagesWithHeader("2026.11.21-1")).isEqualTo(1);
        assertStartedAfterApproval(id, submitted.path("subjectHash").asText());
        assertThat(migrations
                        .submit(Migrations.body("2026.11.21-1-again", "liquibase", "liquibase", "changelog.xml"))
                        .expect(422)
                        .path("detail")
                        .asText())
                .contains("already run");
    }

    @Test
    @Order(2)
    void plainSqlRunsTheSameWay() throws Exception {
        // given
        String id = migrations
                .submit(Migrations.body("2026.11.21-2", "native", "sql", "V2__orders_reporting.sql"))
                .expect(202)
                .path("id")
                .asText();
        String ts = card(id).ts();

        // when
        page.openAs(Channel.DANA);
        page.click(ts, Channel.APPROVE, true);
        page.awaitCard(ts, "SUCCEEDED", RUN);

        // then
        assertThat(target.notNull("orders", "status")).isTrue();
        assertThat(target.schema()).contains("index orders_created_idx", "constraint orders.orders_total_positive");
        assertThat(channel.cards(id)).hasSize(1);
    }

    @Test
    @Order(3)
    void aRejectedMigrationNeverTouchesTheTarget() throws Exception {
        // given
        List<String> before = target.schema();
        String id = migrations
                .submit(Migrations.body("2026.11.21-3", "native", "rejected", "V3__drop_customers.sql"))
                .expect(202)
                .path("id")
                .asText();
        String ts = card(id).ts();

        // when
        page.openAs(Channel.DANA);
        page.click(ts, Channel.REJECT, false);
        page.answer("Billing still reads customers.");
        page.awaitCard(ts, "REJECTED", SOON);

        // then
        assertThat(Polling.until("the end", SOON, () -> migrations.end(id))).isEqualTo("REJECTED");
        assertThat(target.schema()).isEqualTo(before);
        assertThat(channel.cards(id)).hasSize(1);
    }

    @Test
    @Order(4)
    void aMigrationInsideAFreezeIsHeldWithASuggestedWindow() throws Exception {
        // given
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String freeze = migrations
                .freeze(
                        "Quarter-end close",
                        now.minusSeconds(60).toString(),
                        now.plusSeconds(7200).toString())
                .path("id")
                .asText();
        List<String> before = target.schema();

        // when
        String id = migrations
                .submit(Migrations.body("2026.11.21-4", "native", "held", "V4__customers_loyalty.sql"))
                .expect(202)
                .path("id")
                .asText();
        Channel.Message held = Polling.until("the held card", SOON, () -> channel.card(id)
                .filter(card -> card.words().contains("Held:")));

        // then
        assertThat(held.words()).contains("Quarter-end close").containsIgnoringCase("suggested");
        assertThat(migrations.state(id)).isEqualTo("HELD");
        assertThat(target.schema()).isEqualTo(before);
        migrations.endFreeze(freeze);
        assertThat(Polling.until("the release", RUN, () -> migrations.end(id))).isEqualTo("SUCCEEDED");
        assertThat(target.schema()).contains("column customers.loyalty_points integer null");
    }

    @Test
    @Order(5)
    void theAuditChainVerifiesAndNoticesAnAlteredRow() throws Exception {
        // given
        Audit audit = new Audit(migrations, stand);

        // when
        String intact = audit.mustBeIntact();
        String noticed = audit.mustNoticeAnAlteredRow();

        // then
        assertThat(intact).contains("verifies");
        assertThat(noticed).contains("seq");
        assertThat(audit.mustBeIntact()).isEqualTo(intact);
        page.picture(stand.progress(), "dashboard");
        page.picture(stand.progress().resolve("/audit"), "audit");
    }

    @Test
    @Order(6)
    void everyReaderOfATopicHasAGroupOfItsOwn() throws Exception {
        // given
        Pattern reader = Pattern.compile("lockkeeper\\.(\\w+)\\.v1\\.([\\w-]+)\\.dlq");
        List<String> expected = Stream.of(Topic.values())
                .flatMap(topic -> topic.deadLetterTopics().stream())
                .map(name -> reader.matcher(name).replaceFirst("$2.$1"))
                .toList();

        // when
        List<String> groups;
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stand.kafka()))) {
            groups = admin.listGroups().all().get(10, TimeUnit.SECONDS).stream()
                    .map(GroupListing::groupId)
                    .toList();
        }

        // then
        assertThat(groups).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @Order(7)
    void everyMetricOfTheDashboardExists() throws Exception {
        // given
        StringBuilder served = new StringBuilder();
        for (URI service :
                List.of(stand.risk(), stand.approval(), stand.executor(), stand.progress(), stand.notifier())) {
            try (InputStream metrics = service.resolve("/q/metrics").toURL().openStream()) {
                served.append(new String(metrics.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String dashboard = Files.readString(Path.of("../deploy/grafana/dashboards/lockkeeper.json"));

        // when
        List<String> unknown = Pattern.compile("lockkeeper_\\w+")
                .matcher(dashboard)
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(metric -> !Pattern.compile("(?m)^" + metric + "[{ ]")
                        .matcher(served)
                        .find())
                .toList();

        // then
        assertThat(unknown).isEmpty();
    }

    private Channel.Message card(String id) throws Exception {
        return Polling.until(
                "the card with its buttons", SOON, () -> channel.card(id).filter(card -> card.offers(Channel.APPROVE)));
    }

    private void assertStartedAfterApproval(String id, String subjectHash) throws Exception {
        JsonNode timeline = migrations.timeline(id);
        List<JsonNode> entries = StreamSupport.stream(
                        (timeline.isArray() ? timeline : timeline.path("entries")).spliterator(), false)
                .toList();
        JsonNode decision = only(entries, "DecisionRecorded");
        assertThat(decision.toString()).contains("dana", "U0DANA", "2026.11.21-1", subjectHash);
        assertThat(only(entries, "DecisionRefused").toString()).contains("OWN_MIGRATION", "U0ALICE");
        assertThat(time(only(entries, "RunStarted"))).isAfter(time(decision));
    }

    private static JsonNode only(List<JsonNode> entries, String kind) {
        List<JsonNode> found = entries.stream()
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .toList();
        assertThat(found).as("%s in %s", kind, entries).hasSize(1);
        return found.getFirst();
    }

    private static Instant time(JsonNode entry) {
        return Instant.parse(entry.path("time").asText());
    }
}
