package io.lockkeeper.emulator.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

import static io.lockkeeper.emulator.blocks.Compositions.confirm;
import static io.lockkeeper.emulator.blocks.Compositions.dispatchConfig;
import static io.lockkeeper.emulator.blocks.Compositions.formattedOption;
import static io.lockkeeper.emulator.blocks.Compositions.option;
import static io.lockkeeper.emulator.blocks.Compositions.optionGroups;
import static io.lockkeeper.emulator.blocks.Compositions.overflowOption;
import static io.lockkeeper.emulator.blocks.Compositions.plainText;
import static io.lockkeeper.emulator.blocks.Compositions.slackFile;
import static io.lockkeeper.emulator.blocks.Shape.array;
import static io.lockkeeper.emulator.blocks.Shape.bool;
import static io.lockkeeper.emulator.blocks.Shape.integer;
import static io.lockkeeper.emulator.blocks.Shape.matching;
import static io.lockkeeper.emulator.blocks.Shape.oneOf;
import static io.lockkeeper.emulator.blocks.Shape.string;

/** The block elements by type. Limits: docs.slack.dev, reference/block-kit/block-elements, and the Python SDK's models. */
final class Elements {
    static final Shape DATE = matching("\\d{4}-\\d{2}-\\d{2}", "a date of the form YYYY-MM-DD");
    static final Shape TIME = matching("([01]\\d|2[0-3]):[0-5]\\d", "a time of the form HH:mm");
    private static final Map<String, Shape> ALL = all();

    private Elements() {}

    /** The shapes of the named types. */
    static Map<String, Shape> only(String... types) {
        Map<String, Shape> some = new TreeMap<>();
        for (String type : types) {
            Shape shape = ALL.get(type);
            if (shape == null) {
                throw new IllegalStateException("No element of type " + type);
            }
            some.put(type, shape);
        }
        return some;
    }

    private static Map<String, Shape> all() {
        Map<String, Shape> all = new TreeMap<>();
        all.put("button", button());
        all.put("image", image());
        all.put(
                "checkboxes",
                choosing("checkboxes")
                        .required("options", array(1, 10, formattedOption()))
                        .optional("initial_options", array(1, 10, formattedOption())));
        all.put(
                "radio_buttons",
                choosing("radio_buttons")
                        .required("options", array(1, 10, formattedOption()))
                        .optional("initial_option", formattedOption()));
        all.put(
                "overflow",
                element("overflow")
                        .required("options", array(1, 5, overflowOption()))
                        .optional("confirm", confirm()));
        all.put("static_select", optioned(placed("static_select")).optional("initial_option", option()));
        all.put(
                "multi_static_select",
                optioned(multi("multi_static_select")).optional("initial_options", array(1, 100, option())));
        all.put("users_select", placed("users_select").optional("initial_user", string(1, 255)));
        all.put(
                "multi_users_select",
                multi("multi_users_select").optional("initial_users", array(1, 100, string(1, 255))));
        all.put("channels_select", channels());
        all.put("conversations_select", conversations());
        all.put("datepicker", placed("datepicker").optional("initial_date", DATE));
        all.put(
                "timepicker",
                placed("timepicker").optional("initial_time", TIME).optional("timezone", string(1, 255)));
        all.put(
                "datetimepicker",
                choosing("datetimepicker").optional("initial_date_time", integer(1_000_000_000, Integer.MAX_VALUE)));
        all.put("plain_text_input", plainTextInput());
        all.put("number_input", numberInput());
        all.put("email_text_input", typing("email_text_input").optional("initial_value", string(0, 3000)));
        all.put("url_text_input", typing("url_text_input").optional("initial_value", string(0, 3000)));
        return all;
    }

    private static ObjectShape element(String type) {
        return ObjectShape.of(type).optional("action_id", string(0, 255));
    }

    private static ObjectShape choosing(String type) {
        return element(type).optional("confirm", confirm()).optional("focus_on_load", bool());
    }

    private static ObjectShape placed(String type) {
        return choosing(type).optional("placeholder", plainText(150));
    }

    private static ObjectShape multi(String type) {
        return placed(type).optional("max_selected_items", integer(1, Integer.MAX_VALUE));
    }

    private static ObjectShape typing(String type) {
        return element(type)
                .optional("placeholder", plainText(150))
                .optional("dispatch_action_config", dispatchConfig())
                .optional("focus_on_load", bool());
    }

    private static ObjectShape optioned(ObjectShape select) {
        return select.optional("options", array(1, 100, option()))
                .optional("option_groups", optionGroups())
                .rule((node, pointer, problems) -> {
                    if (node.has("options") == node.has("option_groups")) {
                        problems.add("must define either `options` or `option_groups`", pointer + "/type");
                    }
                });
    }

    private static Shape button() {
        return element("button")
                .required("text", plainText(75))
                .optional("url", string(0, 3000))
                .optional("value", string(0, 2000))
                .optional("style", oneOf("primary", "danger"))
                .optional("confirm", confirm())
                .optional("accessibility_label", string(0, 75));
    }

    private static Shape image() {
        return ObjectShape.of("image")
                .required("alt_text", string(1, 2000))
                .optional("image_url", string(1, 3000))
                .optional("slack_file", slackFile())
                .rule(Elements::oneSource);
    }

    static void oneSource(JsonNode node, String pointer, Problems problems) {
        if (!node.has("image_url") && !node.has("slack_file")) {
            problems.add("missing required field: image_url", pointer);
        } else if (node.has("image_url") && node.has("slack_file")) {
            problems.add("must define either `image_url` or `slack_file`", pointer + "/type");
        }
    }

    private static Shape channels() {
        return placed("channels_select")
                .optional("initial_channel", string(1, 255))
                .optional("response_url_enabled", bool());
    }

    private static Shape conversations() {
        return placed("conversations_select")
                .optional("initial_conversation", string(1, 255))
                .optional("default_to_current_conversation", bool())
                .optional("response_url_enabled", bool())
                .optional(
                        "filter",
                        ObjectShape.object()
                                .optional("include", array(1, 4, oneOf("im", "mpim", "private", "public")))
                                .optional("exclude_external_shared_channels", bool())
                                .optional("exclude_bot_users", bool()));
    }

    private static Shape plainTextInput() {
        return typing("plain_text_input")
                .optional("initial_value", string(0, 3000))
                .optional("multiline", bool())
                .optional("min_length", integer(0, 3000))
                .optional("max_length", integer(1, 3000));
    }

    private static Shape numberInput() {
        Shape number = matching("-?\\d+(\\.\\d+)?", "a number in a string");
        return typing("number_input")
                .required("is_decimal_allowed", bool())
                .optional("initial_value", number)
                .optional("min_value", number)
                .optional("max_value", number);
    }
}
