package io.lockkeeper.emulator.page;

import io.lockkeeper.emulator.store.Conversation;
import io.lockkeeper.emulator.store.Message;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.store.OpenView;
import io.lockkeeper.emulator.store.Views;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.workspace.Workspace;
import io.lockkeeper.emulator.workspace.Workspace.User;
import io.quarkus.qute.RawString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What the templates show: already chosen for one viewer, texts not yet escaped unless they are a {@link RawString}. */
public final class PageModel {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final Workspace workspace;
    private final Messages messages;
    private final Views views;
    private final Mrkdwn mrkdwn;
    private final BlockHtml blocks;
    private final TextHtml texts;

    PageModel(Workspace workspace, Messages messages, Views views) {
        this.workspace = workspace;
        this.messages = messages;
        this.views = views;
        this.mrkdwn = new Mrkdwn(workspace);
        this.blocks = new BlockHtml(workspace, mrkdwn);
        this.texts = new TextHtml(mrkdwn);
    }

    /** A person or app as the page draws it. */
    public record Face(
            String id, String name, String title, String initials, String hue, boolean app, boolean current) {}

    /** A conversation in the list at the left. */
    public record Place(String id, String name, String topic, boolean direct, boolean current) {}

    /** One message as its viewer sees it. */
    public record Line(
            String ts,
            String channel,
            Face author,
            String time,
            String epoch,
            boolean ephemeral,
            boolean edited,
            boolean reply,
            RawString body,
            String replies) {}

    /** One open dialog. */
    public record Dialog(
            String id, String hash, RawString title, RawString body, RawString close, RawString submit, boolean top) {
        public boolean submittable() {
            return !submit.getValue().isEmpty();
        }
    }

    User viewer(String id) {
        return workspace
                .user(id)
                .filter(u -> !u.bot())
                .orElse(workspace.people().getFirst());
    }

    Place place(String id, User viewer) {
        Conversation conversation = messages.conversation(id)
                .filter(c -> c.has(viewer.id()))
                .orElseGet(() -> messages.conversations().stream()
                        .filter(c -> c.has(viewer.id()))
                        .findFirst()
                        .orElse(messages.conversations().getFirst()));
        return place(conversation, viewer, conversation.id());
    }

    List<Place> places(User viewer, String current) {
        return messages.conversations().stream()
                .filter(c -> c.has(viewer.id()))
                .map(c -> place(c, viewer, current))
                .toList();
    }

    private Place place(Conversation conversation, User viewer, String current) {
        String name = conversation.direct()
                ? String.join(
                        ", ",
                        conversation.members().stream()
                                .filter(m -> !m.equals(viewer.id()))
                                .map(m -> workspace.user(m).map(User::realName).orElse(m))
                                .toList())
                : conversation.name();
        return new Place(
                conversation.id(),
                name,
                conversation.topic(),
                conversation.direct(),
                conversation.id().equals(current));
    }

    List<Face> people(User viewer) {
        return workspace.people().stream().map(u -> face(u, viewer.id())).toList();
    }

    Face face(User user, String current) {
        String[] words = user.realName().split(" ");
        String initials = words.length == 1
                ? words[0].substring(0, 1)
                : words[0].substring(0, 1) + words[words.length - 1].substring(0, 1);
        String hue = "hue-" + Math.floorMod(workspace.users().indexOf(user), 6);
        return new Face(
                user.id(),
                user.realName(),
                user.title(),
                initials,
                hue,
                user.bot(),
                user.id().equals(current));
    }

    List<Line> lines(String channel, User viewer) {
        return messages.all(channel).stream()
                .filter(m -> m.visibleTo(viewer.id()) && !m.reply())
                .map(this::line)
                .toList();
    }

    /** A thread: its parent, then the replies this viewer sees; empty when the parent is gone. */
    List<Line> thread(String channel, String ts, User viewer) {
        return messages.all(channel).stream()
                .filter(m -> m.visibleTo(viewer.id()))
                .filter(m -> m.ts().equals(ts) || ts.equals(m.threadTs()))
                .map(this::line)
                .toList();
    }

    private Line line(Message message) {
        User author = workspace.user(message.author()).orElse(workspace.bot());
        int replies = messages.replies(message.channel(), message.ts()).size();
        String seconds = message.ts().substring(0, message.ts().indexOf('.'));
        return new Line(
                message.ts(),
                message.channel(),
                face(author, ""),
                CLOCK.format(Instant.ofEpochSecond(Long.parseLong(seconds))),
                seconds,
                message.ephemeral(),
                message.edited(),
                message.reply(),
                new RawString(body(message)),
                replies == 0 ? "" : replies == 1 ? "1 reply" : replies + " replies");
    }

    private String body(Message message) {
        return message.blocks() == null
                ? "<div class=\"block text\">" + mrkdwn.html(message.text()) + "</div>"
                : blocks.html(message.blocks());
    }

    List<Dialog> dialogs(User viewer) {
        Optional<OpenView> top = views.top(viewer.id());
        return views.stack(viewer.id()).stream()
                .map(view -> dialog(view, top.isPresent() && top.get().id().equals(view.id())))
                .toList();
    }

    private Dialog dialog(OpenView view, boolean top) {
        boolean submit = view.body().path("submit").isObject();
        boolean close = view.body().path("close").isObject();
        return new Dialog(
                view.id(),
                Json.text(view.body(), "hash"),
                new RawString(texts.plain(view.body().path("title"))),
                new RawString(blocks.html(view.body().path("blocks"))),
                new RawString(close ? texts.plain(view.body().path("close")) : submit ? "Cancel" : "Close"),
                new RawString(submit ? texts.plain(view.body().path("submit")) : ""),
                top);
    }
}
