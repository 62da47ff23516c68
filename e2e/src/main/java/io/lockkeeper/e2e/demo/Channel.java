package io.lockkeeper.e2e.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The emulator's #db-migrations as a test sees it: what stands there, and the buttons a person may click. */
public final class Channel {

    public static final String ID = "C0MIGRATE";
    public static final String ALICE = "U0ALICE";
    public static final String DANA = "U0DANA";
    public static final String APPROVE = "lockkeeper.approve";
    public static final String REJECT = "lockkeeper.reject";

    private final Api api;
    private final URI emulator;

    public Channel(Api api, URI emulator) {
        this.api = api;
        this.emulator = emulator;
    }

    /** One message; {@code text} is all its words, {@code edits} how often it was edited in place. */
    public record Message(String ts, String text, int edits, JsonNode json) {

        /** All that the card says: its blocks as JSON, and the text for notifications and screen readers. */
        public String words() {
            return json.path("blocks") + "\n" + text;
        }

        /** Whether a button with that action stands on it. */
        public boolean offers(String action) {
            return json.findValuesAsText("action_id").contains(action);
        }

        public String header() {
            return StreamSupport.stream(json.path("blocks").spliterator(), false)
                    .filter(block -> block.path("type").asText().equals("header"))
                    .map(block -> block.path("text").path("text").asText())
                    .findFirst()
                    .orElse("");
        }
    }

    /** The cards (top-level messages) of a migration; there must never be more than one. */
    public java.util.List<Message> cards(String migration) throws IOException, InterruptedException {
        return all().filter(json -> json.path("metadata")
                        .path("event_payload")
                        .path("migration_id")
                        .asText()
                        .equals(migration))
                .filter(json -> !json.has("thread_ts")
                        || json.path("thread_ts")
                                .asText()
                                .equals(json.path("ts").asText()))
                .map(Channel::message)
                .toList();
    }

    /** The card, once it is there. */
    public Optional<Message> card(String migration) throws IOException, InterruptedException {
        var cards = cards(migration);
        if (cards.size() > 1) {
            throw new IllegalStateException(cards.size() + " cards for migration " + migration);
        }
        return cards.stream().findFirst();
    }

    /** The last message that only {@code user} can see. */
    public Optional<Message> lastEphemeral(String user) throws IOException, InterruptedException {
        return all().filter(json -> json.path("viewer").asText().equals(user))
                .reduce((first, second) -> second)
                .map(Channel::message);
    }

    /** Clicks a button of the card as {@code user}, the way the page does. */
    public void click(String user, Message card, String action) throws IOException, InterruptedException {
        JsonNode outcome = api.post(
                        emulator.resolve("/emulator/click"),
                        null,
                        Map.of("user", user, "channel", ID, "ts", card.ts(), "action_id", action),
                        Map.of())
                .expect(200);
        if (!outcome.path("ok").asBoolean()) {
            throw new IllegalStateException("the click on " + action + " failed: " + outcome);
        }
    }

    /** The modal {@code user} sees, if any. */
    public Optional<JsonNode> modal(String user) throws IOException, InterruptedException {
        JsonNode views = api.get(emulator.resolve("/emulator/views?user=" + user), null)
                .expect(200)
                .path("views");
        return views.isEmpty() ? Optional.empty() : Optional.of(views.get(views.size() - 1));
    }

    /** Fills the only text input of the modal and submits it. */
    public void submit(String user, JsonNode view, String text) throws IOException, InterruptedException {
        JsonNode input = StreamSupport.stream(view.path("blocks").spliterator(), false)
                .filter(block -> block.path("type").asText().equals("input"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the modal has no input: " + view));
        Map<String, Object> values = Map.of(
                input.path("block_id").asText(),
                Map.of(input.path("element").path("action_id").asText(), text));
        JsonNode outcome = api.post(
                        emulator.resolve("/emulator/submit-view"),
                        null,
                        Map.of("user", user, "view_id", view.path("id").asText(), "values", values),
                        Map.of())
                .expect(200);
        if (!outcome.path("ok").asBoolean()) {
            throw new IllegalStateException("the modal was not accepted: " + outcome);
        }
    }

    private Stream<JsonNode> all() throws IOException, InterruptedException {
        JsonNode messages = api.get(emulator.resolve("/emulator/messages?channel=" + ID), null)
                .expect(200)
                .path("messages");
        return StreamSupport.stream(messages.spliterator(), false);
    }

    private static Message message(JsonNode json) {
        return new Message(
                json.path("ts").asText(),
                json.path("text").asText(),
                json.path("edits").asInt(),
                json);
    }
}
