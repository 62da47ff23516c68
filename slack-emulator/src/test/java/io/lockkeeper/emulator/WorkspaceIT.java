package io.lockkeeper.emulator;

import com.slack.api.methods.MethodsClient;
import com.slack.api.model.Conversation;
import com.slack.api.model.User;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkspaceIT {
    @SuppressWarnings("NullAway.Init")
    private Harness harness;

    @BeforeEach
    void start() throws Exception {
        harness = Harness.unlimited();
    }

    @AfterEach
    void stop() throws Exception {
        harness.close();
    }

    @Test
    void saysWhoTheAppIs() throws Exception {
        // when
        var who = harness.client().authTest(r -> r);

        // then
        assertThat(who.isOk()).isTrue();
        assertThat(who.getTeamId()).isEqualTo("T0LOCK");
        assertThat(who.getUserId()).isEqualTo("U0LOCK");
        assertThat(who.getBotId()).isEqualTo("B0LOCK");
        assertThat(harness.client().apiTest(r -> r.error("my_error")).getError())
                .isEqualTo("my_error");
    }

    @Test
    void knowsItsPeopleAndGroups() throws Exception {
        // given
        MethodsClient client = harness.client();

        // then
        assertThat(client.usersInfo(r -> r.user("U0DANA"))
                        .getUser()
                        .getProfile()
                        .getTitle())
                .isEqualTo("Database administrator");
        assertThat(client.usersInfo(r -> r.user("U0X")).getError()).isEqualTo("user_not_found");
        assertThat(client.usersList(r -> r).getMembers())
                .extracting(User::getId)
                .contains("U0ALICE", "U0LOCK");
        assertThat(client.usergroupsList(r -> r).getUsergroups())
                .extracting(g -> g.getHandle())
                .containsExactly("dba");
        assertThat(client.usergroupsUsersList(r -> r.usergroup("S0DBA")).getUsers())
                .containsExactly("U0DANA");
        assertThat(client.usergroupsUsersList(r -> r.usergroup("S0X")).getError())
                .isEqualTo("no_such_subteam");
    }

    @Test
    void knowsItsChannels() throws Exception {
        // given
        MethodsClient client = harness.client();

        // then
        assertThat(client.conversationsList(r -> r).getChannels())
                .extracting(Conversation::getName)
                .containsExactly("db-migrations", "general");
        assertThat(client.conversationsInfo(r -> r.channel("C0MIGRATE"))
                        .getChannel()
                        .isMember())
                .isTrue();
        assertThat(client.conversationsMembers(r -> r.channel("C0MIGRATE")).getMembers())
                .contains("U0ALICE", "U0DANA");
        assertThat(client.conversationsInfo(r -> r.channel("C0X")).getError()).isEqualTo("channel_not_found");
    }

    @Test
    void cutsHistoryIntoPages() throws Exception {
        // given
        for (String text : List.of("one", "two", "three")) {
            harness.client().chatPostMessage(r -> r.channel("C0GENERAL").text(text));
        }

        // when
        var first = harness.client()
                .conversationsHistory(r -> r.channel("C0GENERAL").limit(2));
        var second = harness.client().conversationsHistory(r -> r.channel("C0GENERAL")
                .limit(2)
                .cursor(first.getResponseMetadata().getNextCursor()));

        // then
        assertThat(first.isHasMore()).isTrue();
        assertThat(first.getMessages()).extracting(m -> m.getText()).containsExactly("three", "two");
        assertThat(second.getMessages()).extracting(m -> m.getText()).containsExactly("one");
        assertThat(second.isHasMore()).isFalse();
    }

    @Test
    void refusesUnknownMethodsAndUnreadableBodies() throws Exception {
        assertThat(harness.getJson("/api/chat.shout").path("error").asText()).isEqualTo("unknown_method");
        assertThat(harness.post("/api/auth.test", "application/json", "{").body())
                .contains("invalid_json");
        assertThat(harness.post("/api/auth.test", "text/plain", "x").body()).contains("invalid_post_type");
        assertThat(harness.post("/api/auth.test", "application/json", "x".repeat(1_100_000))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void escapesWhatPeopleAndAppsWriteOnThePage() throws Exception {
        // given
        harness.client()
                .chatPostMessage(r -> r.channel("C0MIGRATE").text("&lt;script&gt;alert(1)&lt;/script&gt; <b>x</b>"));
        harness.client()
                .chatPostEphemeral(r -> r.channel("C0MIGRATE").user("U0DANA").text("for dana"));

        // when
        String dana = harness.get("/?channel=C0MIGRATE&as=U0DANA");
        String alice = harness.get("/?channel=C0MIGRATE&as=U0ALICE");

        // then
        assertThat(dana)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;")
                .contains("Only visible to you")
                .contains("data-user=\"U0DANA\" aria-current=\"true\"");
        assertThat(alice).doesNotContain("for dana");
    }
}
