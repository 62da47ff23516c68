package io.lockkeeper.progress;

import io.lockkeeper.proto.Topic;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.ServiceTestResource;
import io.lockkeeper.testbed.Testbed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The whole service on a real broker and a real database, and the way in for its tests. */
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "progress"))
public abstract class ServiceCase {

    public static final Duration SOON = Duration.ofSeconds(30);
    protected static final String READ_TOKEN = "read-token";

    protected static Teller teller;

    @BeforeAll
    static void connect() {
        teller = new Teller();
        // A broker that creates no topics by accident has none for dead letters either.
        for (Topic topic : Topic.values()) {
            Testbed.shared().kafka().createTopic(topic.kafkaName() + ".progress-service.dlq", 1);
        }
    }

    @AfterAll
    static void disconnect() {
        teller.close();
    }

    protected static String newMigration() {
        return "m-" + UUID.randomUUID();
    }

    protected static RequestSpecification reader() {
        return RestAssured.given().header("Authorization", "Bearer " + READ_TOKEN);
    }

    protected static void awaitState(String migration, String state) {
        Await.until(
                migration + " to be " + state,
                SOON,
                () -> state.equals(
                        reader().get("/v1/migrations/" + migration).jsonPath().getString("state")));
    }

    /** A number that the superuser reads. */
    protected static long number(String query) {
        try (Connection connection = Testbed.shared().postgres().connect(Testbed.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
