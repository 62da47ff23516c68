package io.lockkeeper.approval.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import io.lockkeeper.approval.ApprovalConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Slack's Web API. A call that fails is logged and counted; nothing but the call itself depends on it. */
@ApplicationScoped
class SlackClient {

    private static final Logger LOG = Logger.getLogger(SlackClient.class);

    /** A trigger lives 3 s, so a modal that is later than this is of no use. */
    private static final Duration TIMEOUT = Duration.ofMillis(2_500);

    private final Slack slack;
    private final MethodsClient methods;
    private final MeterRegistry metrics;

    SlackClient(ApprovalConfig config, MeterRegistry metrics) {
        String base = config.slack().baseUrl().toString();
        SlackConfig slackConfig = new SlackConfig();
        slackConfig.setMethodsEndpointUrlPrefix(base.endsWith("/") ? base : base + "/");
        slackConfig.setProxyUrl(null);
        slackConfig.setStatsEnabled(false);
        slackConfig.setHttpClientCallTimeoutMillis(Math.toIntExact(TIMEOUT.toMillis()));
        this.slack = Slack.getInstance(slackConfig);
        this.methods = slack.methods(config.slack().botToken());
        this.metrics = metrics;
    }

    void open(String trigger, View view) {
        call("views.open", () -> methods.viewsOpen(r -> r.triggerId(trigger).view(view)));
    }

    /** Says it to that person alone, in that channel. */
    void tell(String channel, String user, String text) {
        call(
                "chat.postEphemeral",
                () -> methods.chatPostEphemeral(
                        r -> r.channel(channel).user(user).text(text)));
    }

    /** The ids of a user group's members; empty when Slack did not say. */
    Optional<Set<String>> members(String usergroup) {
        return call("usergroups.users.list", () -> methods.usergroupsUsersList(r -> r.usergroup(usergroup)))
                .map(response -> Set.copyOf(response.getUsers()));
    }

    @PreDestroy
    void close() throws Exception {
        slack.close();
    }

    private <T extends SlackApiTextResponse> Optional<T> call(String method, Call<T> call) {
        String outcome;
        try {
            T response = call.run();
            if (response.isOk()) {
                count(method, "ok");
                return Optional.of(response);
            }
            outcome = response.getError();
            LOG.warnf("%s was refused by Slack: %s", method, outcome);
        } catch (SlackApiException e) {
            outcome = "http_" + e.getResponse().code();
            LOG.warnf(
                    "%s was refused by Slack with HTTP %d",
                    method, e.getResponse().code());
        } catch (IOException e) {
            outcome = "unreachable";
            LOG.warnf("%s could not reach Slack: %s", method, e.getMessage());
        }
        count(method, outcome);
        return Optional.empty();
    }

    private void count(String method, String outcome) {
        metrics.counter("lockkeeper.slack.calls", "method", method, "outcome", outcome)
                .increment();
    }

    @FunctionalInterface
    private interface Call<T> {
        T run() throws IOException, SlackApiException;
    }
}
