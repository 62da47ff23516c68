package io.lockkeeper.approval;

import io.lockkeeper.approval.Doors.Answer;
import io.lockkeeper.proto.v1.ApprovalEvent.EventCase;
import io.lockkeeper.proto.v1.Risk;
import io.lockkeeper.testbed.Await;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/** What the integration tests share: the service under test, the services around it and the people at its doors. */
@NullUnmarked
abstract class ServiceScenario {

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URI base;

    @ConfigProperty(name = "lockkeeper.slack.base-url")
    String slackBase;

    static Scene scene;
    Doors doors;

    @BeforeAll
    static void openScene() {
        scene = new Scene();
    }

    @AfterAll
    static void closeScene() {
        if (scene != null) {
            scene.close();
        }
    }

    @BeforeEach
    void openDoors() {
        doors = new Doors(base, slackBase, clock);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    /** A migration for which approval was asked. */
    String asked(Risk risk) {
        String id = scene.classified(risk);
        scene.await(id, EventCase.REQUESTED);
        return id;
    }

    Answer approveInSlack(String who, String migration) {
        return doors.click(who, "lockkeeper.approve", migration, Scene.subject(migration));
    }

    Answer approveByRest(String who, String migration) {
        return doors.decide(who, migration, "approve", "", Scene.subject(migration));
    }

    String state(String migration) {
        return doors.get("reader", "/v1/migrations/" + migration + "/approval")
                .json()
                .path("state")
                .asText();
    }

    void awaitState(String migration, String state) {
        Await.asserted(migration + " to be " + state, Scene.SOON, () -> assertThat(state(migration))
                .isEqualTo(state));
    }

    void awaitEphemeral(String who, String words) {
        Await.until("Slack to tell " + who + " " + words, Scene.SOON, () -> !doors.slackGot(
                        "chat.postEphemeral", "user=" + Doors.slackId(who), words)
                .isEmpty());
    }
}
