package io.lockkeeper.emulator.blocks;

import java.util.Map;

import static io.lockkeeper.emulator.blocks.ObjectShape.object;
import static io.lockkeeper.emulator.blocks.ObjectShape.of;
import static io.lockkeeper.emulator.blocks.Shape.announced;
import static io.lockkeeper.emulator.blocks.Shape.array;
import static io.lockkeeper.emulator.blocks.Shape.bool;
import static io.lockkeeper.emulator.blocks.Shape.oneOf;
import static io.lockkeeper.emulator.blocks.Shape.string;
import static io.lockkeeper.emulator.blocks.Shape.typed;

/** The composition objects: texts, confirmations, options. Limits: docs.slack.dev, reference/block-kit/composition-objects. */
final class Compositions {
    private Compositions() {}

    static ObjectShape plainText(int max) {
        return of("plain_text").required("text", string(1, max)).optional("emoji", bool());
    }

    private static ObjectShape mrkdwn(int max) {
        return of("mrkdwn").required("text", string(1, max)).optional("verbatim", bool());
    }

    static Shape text(int max) {
        return announced(typed(Map.of("plain_text", plainText(max), "mrkdwn", mrkdwn(max))));
    }

    static Shape confirm() {
        return object().required("title", plainText(100))
                .required("text", text(300))
                .required("confirm", plainText(30))
                .required("deny", plainText(30))
                .optional("style", oneOf("primary", "danger"));
    }

    static ObjectShape option() {
        return object().required("text", plainText(75))
                .required("value", string(1, 150))
                .optional("description", plainText(75));
    }

    /** Radio buttons and checkboxes may format their options. */
    static Shape formattedOption() {
        return object().required("text", text(75))
                .required("value", string(1, 150))
                .optional("description", text(75));
    }

    static Shape overflowOption() {
        return option().optional("url", string(0, 3000));
    }

    static Shape optionGroups() {
        return array(1, 100, object().required("label", plainText(75)).required("options", array(1, 100, option())));
    }

    static Shape dispatchConfig() {
        return object().required("trigger_actions_on", array(1, 2, oneOf("on_enter_pressed", "on_character_entered")));
    }

    static Shape slackFile() {
        return object().optional("id", string(1, 255)).optional("url", string(1, 3000));
    }
}
