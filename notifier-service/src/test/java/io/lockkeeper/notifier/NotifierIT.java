package io.lockkeeper.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.notifier.intake.Story;
import io.lockkeeper.outbox.EventId;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.ServiceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** The service on a real broker and database and a local Slack: exactly one card per migration, whatever fails. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notifier"))
@QuarkusTestResource(EmulatorResource.class)
class NotifierIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @ConfigProperty(name = EmulatorResource.URL)
    String slackUrl;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "lockkeeper.slack.bot-token")
    String token;

    @Inject
    DataSource database;

    private final String id = UUID.randomUUID().toString();
    private final Story story = new Story(id, SlackRoom.CHANNEL);
    private SlackRoom room;
    private EventPublisher events;

    @BeforeEach
    void open() {
        room = new SlackRoom(slackUrl);
        events = new EventPublisher(kafka);
    }

    @AfterEach
    void close() {
        room.noFaults();
        events.close();
    }

    @Test
    void postsOneCardEditsItInPlaceAndTellsTheStoryInItsThread() {
        // when
        events.publish(id, story.submitted(), story.classified(), story.requested());
        JsonNode asked = card("Awaiting approval");
        events.publish(id, story.refused(), story.decided(), story.approved(), story.granted());
        events.publish(id, story.queued(), story.started(), story.snapshot(37.5, false, ""));
        card("37 %");
        events.publish(id, story.succeeded());
        JsonNode ended = card("SUCCEEDED");

        // then
        assertThat(ended.path("ts")).isEqualTo(asked.path("ts"));
        assertThat(ended.path("edited").isMissingNode()).isTrue();
        List<String> thread =
                Await.value("three replies", SOON, () -> Optional.of(replies()).filter(replies -> replies.size() == 3));
        assertThat(thread.get(0)).contains("<@U0ALICE> could not approve", "OWN_MIGRATION");
        assertThat(thread.get(1)).contains("*Approved* by <@U0DANA> (1 of 1)", "2026.11.21-1", Story.SUBJECT);
        assertThat(thread.get(2)).contains("SUCCEEDED", "2,000,000 rows").doesNotContain("<!here>");
        assertThat(room.replies(id)).allMatch(reply -> reply.path("thread_ts").equals(ended.path("ts")));
        given().auth()
                .oauth2("reader-token")
                .get("/v1/cards/" + id)
                .then()
                .statusCode(200)
                .body("ts", equalTo(ended.path("ts").asText()))
                .body("channel", equalTo(SlackRoom.CHANNEL))
                .body("state", equalTo("SUCCEEDED"))
                .body("sentRevision", notNullValue());
    }

    @Test
    void makesOneCardOfEventsThatAreDeliveredAgain() {
        EventId classified = EventId.next();
        EventId refused = EventId.next();
        for (int i = 0; i < 3; i++) {
            events.publish(id, classified, story.classified());
            events.publish(id, refused, story.refused());
        }
        events.publish(id, story.requested());

        card("Awaiting approval");
        Await.until("the reply", SOON, () -> !room.replies(id).isEmpty());
        events.publish(id, story.rejected("not now"));
        card("REJECTED");
        Await.until("the summary", SOON, () -> room.replies(id).size() >= 2);
        assertThat(room.replies(id)).hasSize(2);
    }

    @Test
    void drawsTheSameCardWhenTheRunIsHeardOfBeforeTheMigration() {
        events.publish(id, story.snapshot(37.5, false, ""));
        events.publish(id, story.queued(), story.started());
        events.publish(id, story.requested(), story.decided(), story.approved(), story.granted());
        events.publish(id, story.classified());

        card("37 %");
    }

    @Test
    void waitsAsLongAsSlackSaysAndStillMakesOneCard() {
        room.fault("chat.postMessage", "ratelimited", 2);

        events.publish(id, story.classified(), story.requested());

        card("Awaiting approval");
    }

    @Test
    void looksBeforeItPostsAgainWhenSlackDoesNotKnowWhetherItPosted() {
        room.fault("chat.postMessage", "internal_error_after_success", 1);

        events.publish(id, story.classified(), story.requested());

        card("Awaiting approval");
        events.publish(id, story.rejected("no"));
        card("REJECTED");
    }

    @Test
    void postsAgainWhenSlackDidNotPost() {
        room.fault("chat.postMessage", "internal_error", 1);

        events.publish(id, story.classified(), story.requested());

        card("Awaiting approval");
    }

    @Test
    void findsItsCardAfterACrashBetweenThePostAndItsNote() throws SQLException {
        events.publish(id, story.classified(), story.requested());
        String ts = card("Awaiting approval").path("ts").asText();

        update("UPDATE card SET ts = NULL, channel = NULL, sent_revision = 0, sent_at = NULL,"
                + " post_tried_at = now() - interval '40 seconds', lease = gen_random_uuid(),"
                + " leased_until = now() - interval '10 seconds' WHERE migration_id = ?");
        events.publish(id, story.rejected("no"));

        assertThat(card("REJECTED").path("ts").asText()).isEqualTo(ts);
    }

    @Test
    void repliesOnceWhenSlackDoesNotKnowWhetherItReplied() {
        events.publish(id, story.classified(), story.requested());
        card("Awaiting approval");
        room.fault("chat.postMessage", "internal_error_after_success", 1);

        events.publish(id, story.refused());
        Await.until("the reply", SOON, () -> room.replies(id).size() == 1);
        events.publish(id, story.rejected("no"));

        Await.until("the summary", SOON, () -> replies().stream().anyMatch(text -> text.contains("REJECTED")));
        assertThat(room.replies(id)).hasSize(2);
    }

    @Test
    void keepsTryingWhileEditsFail() {
        events.publish(id, story.classified(), story.requested());
        card("Awaiting approval");
        room.fault("chat.update", "service_unavailable", 2);

        events.publish(id, story.rejected("no"));

        card("REJECTED");
    }

    @Test
    void goesOnConsumingWhileSlackIsDown() {
        room.fault("chat.postMessage", "service_unavailable", 3);

        events.publish(id, story.classified(), story.requested());
        events.publish(id, story.decided(), story.approved(), story.held());

        Await.until("all events consumed", SOON, () -> given().auth()
                .oauth2("reader-token")
                .get("/v1/cards/" + id)
                .path("state")
                .equals("HELD"));
        card("Black Friday");
    }

    @Test
    void postsADeletedCardOnceMore() {
        events.publish(id, story.classified(), story.requested());
        String first = card("Awaiting approval").path("ts").asText();
        room.delete(first, token);

        events.publish(id, story.rejected("no"));

        assertThat(card("REJECTED").path("ts").asText()).isNotEqualTo(first);
    }

    @Test
    void refreshesARunningCardThatHearsNothing() {
        events.publish(id, story.classified(), story.requested(), story.decided(), story.approved(), story.granted());
        events.publish(id, story.queued(), story.started());
        String first = refreshedAt(card("Running"));

        Await.until("a refresh without an event", SOON, () -> !refreshedAt(card("Running"))
                .equals(first));
    }

    @Test
    void answersAnUnknownMigrationWithAProblem() {
        given().auth()
                .oauth2("reader-token")
                .get("/v1/cards/unknown")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_MIGRATION"));
        given().get("/v1/cards/" + id).then().statusCode(401);
    }

    /** The one card of the migration, once it shows {@code words}. */
    private JsonNode card(String words) {
        return Await.value("a card with " + words, SOON, () -> {
            List<JsonNode> cards = room.cards(id);
            assertThat(cards).hasSizeLessThanOrEqualTo(1);
            return cards.stream()
                    .filter(card -> card.toString().contains(words))
                    .findFirst();
        });
    }

    private List<String> replies() {
        return room.replies(id).stream()
                .map(reply -> reply.path("text").asText())
                .toList();
    }

    private static String refreshedAt(JsonNode card) {
        return card.toString().replaceAll("(?s).*Refreshed <!date\\^(\\d+).*", "$1");
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
