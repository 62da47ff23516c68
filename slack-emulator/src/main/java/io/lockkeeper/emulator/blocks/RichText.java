package io.lockkeeper.emulator.blocks;

import java.util.Map;

import static io.lockkeeper.emulator.blocks.ObjectShape.object;
import static io.lockkeeper.emulator.blocks.ObjectShape.of;
import static io.lockkeeper.emulator.blocks.Shape.array;
import static io.lockkeeper.emulator.blocks.Shape.bool;
import static io.lockkeeper.emulator.blocks.Shape.integer;
import static io.lockkeeper.emulator.blocks.Shape.oneOf;
import static io.lockkeeper.emulator.blocks.Shape.string;
import static io.lockkeeper.emulator.blocks.Shape.typed;

/** The rich_text block: sections, lists, quotes and preformatted text over styled runs. */
final class RichText {
    private static final int ANY = Integer.MAX_VALUE;

    private RichText() {}

    static Shape block() {
        return ObjectShape.block("rich_text").required("elements", array(0, ANY, parts()));
    }

    private static Shape parts() {
        ObjectShape section = of("rich_text_section").required("elements", runs());
        return typed(Map.of(
                "rich_text_section", section,
                "rich_text_quote", bordered("rich_text_quote").required("elements", runs()),
                "rich_text_preformatted",
                        bordered("rich_text_preformatted")
                                .required("elements", runs())
                                .optional("language", string(1, 255)),
                "rich_text_list",
                        bordered("rich_text_list")
                                .required("style", oneOf("bullet", "ordered"))
                                .required("elements", array(0, ANY, section))
                                .optional("indent", integer(0, 8))
                                .optional("offset", integer(0, ANY - 1))));
    }

    private static ObjectShape bordered(String type) {
        return of(type).optional("border", integer(0, 1));
    }

    private static Shape runs() {
        return array(
                0,
                ANY,
                typed(Map.of(
                        "text", styled("text").required("text", string(1, ANY - 1)),
                        "link",
                                styled("link")
                                        .required("url", string(1, 3000))
                                        .optional("text", string(0, ANY - 1))
                                        .optional("unsafe", bool()),
                        "user", styled("user").required("user_id", string(1, 255)),
                        "usergroup", styled("usergroup").required("usergroup_id", string(1, 255)),
                        "channel", styled("channel").required("channel_id", string(1, 255)),
                        "broadcast", styled("broadcast").required("range", oneOf("here", "channel", "everyone")),
                        "emoji",
                                styled("emoji").required("name", string(1, 255)).optional("unicode", string(1, 255)),
                        "color", styled("color").required("value", string(1, 255)),
                        "date",
                                styled("date")
                                        .required("timestamp", integer(0, ANY - 1))
                                        .required("format", string(1, 255))
                                        .optional("fallback", string(0, 3000))
                                        .optional("url", string(1, 3000)))));
    }

    private static ObjectShape styled(String type) {
        return of(type).optional(
                        "style",
                        object().optional("bold", bool())
                                .optional("italic", bool())
                                .optional("strike", bool())
                                .optional("code", bool())
                                .optional("underline", bool())
                                .optional("highlight", bool())
                                .optional("client_highlight", bool())
                                .optional("unlink", bool()));
    }
}
