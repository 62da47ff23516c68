package io.lockkeeper.progress.dashboard;

import com.google.protobuf.Message;
import io.lockkeeper.progress.ServiceCase;
import io.lockkeeper.progress.event.Samples;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class DashboardIT extends ServiceCase {

    @Test
    void showsMigrationsTheirTimelineAndTheChain() {
        // given
        String migration = newMigration();
        Samples s = new Samples(migration);
        teller.tell(migration, s.submitted(), s.classified());
        teller.tell(migration, s.requested(), s.approved(), s.held());
        awaitState(migration, "HELD");

        // when
        String list = page("/");
        String one = page("/migrations/" + migration);
        String audit = page("/audit?migration=" + migration);

        // then
        assertThat(list).contains("/migrations/" + migration).contains("held").contains("shop-production");
        assertThat(one)
                .contains("ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
                .contains("Held by a freeze until 2026-11-21 11:00:00: Black Friday")
                .contains("Approved by dana.");
        assertThat(audit).contains("MigrationClassified").contains("Audit chain");
    }

    @Test
    void everyPageHasItsLivePart() {
        // given
        String migration = newMigration();
        teller.tell(migration, new Samples(migration).submitted());
        awaitState(migration, "SUBMITTED");

        // then
        for (String path : List.of("", "/migrations/" + migration, "/audit")) {
            String page = page(path.isEmpty() ? "/" : path);
            String live = page("/live" + path);
            assertThat(live).doesNotContain("<html");
            assertThat(page).contains("<html").contains("<h1>");
            assertThat(live).contains("<h1>");
        }
    }

    @Test
    void escapesWhatOthersWroteAndLinksOnlyToPages() {
        // given
        String migration = newMigration();
        String evil = "<script>alert(1)</script>";
        MigrationEvent submitted = new Samples(migration).submitted();
        Message poisoned = submitted.toBuilder()
                .setSubmitted(
                        submitted.getSubmitted().toBuilder().setVersion(evil).setDiffUrl("javascript:alert(1)"))
                .build();
        teller.tell(migration, poisoned);
        awaitState(migration, "SUBMITTED");

        // when
        String all = page("/") + page("/migrations/" + migration) + page("/audit");

        // then
        assertThat(all).doesNotContain(evil).contains("&lt;script&gt;").doesNotContain("href=\"javascript:");
        assertThat(reader().get("/migrations/" + migration).header("Content-Security-Policy"))
                .contains("default-src 'none'");
    }

    @Test
    void isClosedByDefault() {
        for (String path : List.of("/", "/audit", "/migrations/x", "/live", "/live/audit", "/live/migrations/x")) {
            assertThat(RestAssured.get(path).statusCode()).as(path).isEqualTo(401);
            assertThat(RestAssured.given()
                            .header("Authorization", "Bearer submit-token")
                            .get(path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(reader().get("/migrations/none").statusCode()).isEqualTo(404);
    }

    private static String page(String path) {
        Response response = reader().get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/html");
        return response.body().asString();
    }
}
