package io.lockkeeper.emulator.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

import static io.lockkeeper.emulator.blocks.Compositions.plainText;
import static io.lockkeeper.emulator.blocks.Compositions.slackFile;
import static io.lockkeeper.emulator.blocks.Compositions.text;
import static io.lockkeeper.emulator.blocks.ObjectShape.block;
import static io.lockkeeper.emulator.blocks.Shape.array;
import static io.lockkeeper.emulator.blocks.Shape.bool;
import static io.lockkeeper.emulator.blocks.Shape.string;
import static io.lockkeeper.emulator.blocks.Shape.typed;

/** The blocks by type, for messages and for modals. Limits: docs.slack.dev, reference/block-kit/blocks. */
final class Blocks {
    static final Shape IN_MESSAGES = typed(messageBlocks());
    static final Shape IN_MODALS = typed(modalBlocks());

    private Blocks() {}

    private static Map<String, Shape> messageBlocks() {
        Map<String, Shape> all = shared();
        all.put("markdown", block("markdown").required("text", string(1, 12_000)));
        return all;
    }

    private static Map<String, Shape> modalBlocks() {
        return shared();
    }

    private static Map<String, Shape> shared() {
        Map<String, Shape> all = new TreeMap<>();
        all.put("header", block("header").required("text", plainText(150)));
        all.put("section", section());
        all.put("context", context());
        all.put("actions", actions());
        all.put("divider", block("divider"));
        all.put("image", image());
        all.put("input", input());
        all.put("rich_text", RichText.block());
        return all;
    }

    private static Shape section() {
        return block("section")
                .optional("text", text(3000))
                .optional("fields", array(1, 10, text(2000)))
                .optional("expand", bool())
                .optional(
                        "accessory",
                        typed(Elements.only(
                                "button",
                                "checkboxes",
                                "datepicker",
                                "image",
                                "multi_static_select",
                                "multi_users_select",
                                "overflow",
                                "radio_buttons",
                                "static_select",
                                "users_select",
                                "channels_select",
                                "conversations_select",
                                "timepicker")))
                .rule(Blocks::textOrFields);
    }

    private static void textOrFields(JsonNode node, String pointer, Problems problems) {
        if (!node.has("text") && !node.has("fields")) {
            problems.add("must define either `text` or `fields`", pointer + "/type");
        }
    }

    private static Shape context() {
        Map<String, Shape> elements = Elements.only("image");
        Shape text = (node, pointer, problems) -> text(3000).check(node, pointer, problems);
        elements.put("plain_text", text);
        elements.put("mrkdwn", text);
        return block("context").required("elements", array(1, 10, typed(elements)));
    }

    private static Shape actions() {
        return block("actions")
                .required(
                        "elements",
                        array(
                                1,
                                25,
                                typed(Elements.only(
                                        "button",
                                        "checkboxes",
                                        "datepicker",
                                        "datetimepicker",
                                        "multi_static_select",
                                        "multi_users_select",
                                        "overflow",
                                        "radio_buttons",
                                        "static_select",
                                        "users_select",
                                        "channels_select",
                                        "conversations_select",
                                        "timepicker"))));
    }

    private static Shape image() {
        return block("image")
                .required("alt_text", string(1, 2000))
                .optional("image_url", string(1, 3000))
                .optional("slack_file", slackFile())
                .optional("title", plainText(2000))
                .rule(Elements::oneSource);
    }

    private static Shape input() {
        return block("input")
                .required("label", plainText(2000))
                .required(
                        "element",
                        typed(Elements.only(
                                "plain_text_input",
                                "number_input",
                                "email_text_input",
                                "url_text_input",
                                "checkboxes",
                                "radio_buttons",
                                "static_select",
                                "multi_static_select",
                                "users_select",
                                "multi_users_select",
                                "channels_select",
                                "conversations_select",
                                "datepicker",
                                "datetimepicker",
                                "timepicker")))
                .optional("hint", plainText(2000))
                .optional("optional", bool())
                .optional("dispatch_action", bool());
    }
}
