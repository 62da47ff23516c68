package io.lockkeeper.approval.slack;

import io.lockkeeper.approval.ApprovalConfig;
import io.lockkeeper.approval.slack.SlackSignature.Check;
import io.lockkeeper.edge.Problem;
import io.lockkeeper.edge.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Where Slack sends clicks and modals. The signature is the only credential, so it is looked at before anything else. */
@Path("/slack/interactions")
@Singleton
@RunOnVirtualThread
public class SlackResource {

    private static final Logger LOG = Logger.getLogger(SlackResource.class);

    private final SlackSignature signature;
    private final Interactions interactions;
    private final MeterRegistry metrics;

    SlackResource(ApprovalConfig config, Clock clock, Interactions interactions, MeterRegistry metrics) {
        this.signature = new SlackSignature(config.slack().signingSecret(), clock);
        this.interactions = interactions;
        this.metrics = metrics;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response interact(
            @RestHeader("X-Slack-Request-Timestamp") @Nullable String timestamp,
            @RestHeader("X-Slack-Signature") @Nullable String signed,
            byte[] body) {
        Check check = signature.check(timestamp, signed, body);
        if (check != Check.GENUINE) {
            metrics.counter("lockkeeper.slack.refused", "check", check.name().toLowerCase(Locale.ROOT))
                    .increment();
            LOG.warnf("refused a request to the Slack door: %s", check);
            throw unsigned();
        }
        return interactions
                .handle(interaction(body))
                .map(complaint -> Response.ok(
                        Map.of("response_action", "errors", "errors", Map.of(InteractionJson.REASON_BLOCK, complaint))))
                .orElseGet(Response::ok)
                .build();
    }

    private static Interaction interaction(byte[] body) {
        try {
            return InteractionJson.parse(body);
        } catch (InteractionJson.Malformed e) {
            throw new ProblemException(new Problem(
                    400,
                    "UNREADABLE_INTERACTION",
                    "The interaction could not be read",
                    "The request is signed, but " + e.getMessage() + ".",
                    "Check that the app's interactivity URL, and no other, points here."));
        }
    }

    /** One answer for all: who forges a signature need not learn what was wrong with it. */
    private static ProblemException unsigned() {
        return new ProblemException(new Problem(
                401,
                "SLACK_SIGNATURE",
                "The request is not signed by Slack",
                "The signature is missing, wrong, older than five minutes, or was used before.",
                "Check lockkeeper.slack.signing-secret and this server's clock."));
    }
}
