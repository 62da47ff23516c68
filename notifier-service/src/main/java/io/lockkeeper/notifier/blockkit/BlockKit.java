package io.lockkeeper.notifier.blockkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Blocks as the JSON that Slack reads. */
public final class BlockKit {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BlockKit() {}

    public static ArrayNode json(List<Block> blocks) {
        ArrayNode array = JSON.createArrayNode();
        blocks.forEach(block -> array.add(json(block)));
        return array;
    }

    private static ObjectNode json(Block block) {
        return switch (block) {
            case Block.Header(String text) -> typed("header").set("text", plain(text));
            case Block.Section(String text) -> typed("section").set("text", mrkdwn(text));
            case Block.Fields(List<String> fields) -> typed("section").set("fields", texts(fields));
            case Block.Context(List<String> elements) -> typed("context").set("elements", texts(elements));
            case Block.Divider() -> typed("divider");
            case Block.Actions(String blockId, List<Block.Button> buttons) -> {
                ArrayNode elements = JSON.createArrayNode();
                buttons.forEach(button -> elements.add(button(button)));
                yield typed("actions").put("block_id", blockId).set("elements", elements);
            }
        };
    }

    private static ObjectNode button(Block.Button button) {
        ObjectNode json = typed("button").put("action_id", button.actionId());
        json.set("text", plain(button.label()));
        json.put("value", button.value()).put("accessibility_label", button.spoken());
        if (button.style() != Block.Style.PLAIN) {
            json.put("style", button.style().name().toLowerCase(Locale.ROOT));
        }
        Block.Confirm confirm = button.confirm();
        if (confirm != null) {
            ObjectNode question = JSON.createObjectNode();
            question.set("title", plain(confirm.title()));
            question.set("text", plain(confirm.text()));
            question.set("confirm", plain(confirm.yes()));
            question.set("deny", plain(confirm.no()));
            json.set("confirm", question);
        }
        return json;
    }

    private static ObjectNode typed(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static ArrayNode texts(List<String> mrkdwn) {
        ArrayNode array = JSON.createArrayNode();
        mrkdwn.forEach(text -> array.add(mrkdwn(text)));
        return array;
    }

    /** Shortcodes such as {@code :bomb:} stay as they are written; our glyphs are Unicode. */
    private static ObjectNode plain(String text) {
        return typed("plain_text").put("text", text).put("emoji", false);
    }

    /** {@code verbatim}: Slack makes no links or mentions of its own out of a submitter's words. */
    private static ObjectNode mrkdwn(String text) {
        return typed("mrkdwn").put("text", text).put("verbatim", true);
    }
}
