package io.lockkeeper.notifier.blockkit;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Block Kit blocks that Lockkeeper uses. A block cannot be made beyond Slack's limits: one field too long would make Slack
 * refuse the whole card. Drawing clamps first; a refusal here is a bug in drawing.
 */
public sealed interface Block {

    /** Characters of text a person reads in this block; the sum over a message is limited too. */
    int length();

    /** Large plain text. Never interpreted by Slack. */
    record Header(String text) implements Block {
        public Header {
            limited("header", text, 150);
        }

        @Override
        public int length() {
            return text.length();
        }
    }

    /** A paragraph of mrkdwn. */
    record Section(String mrkdwn) implements Block {
        public Section {
            limited("section", mrkdwn, 3000);
        }

        @Override
        public int length() {
            return mrkdwn.length();
        }
    }

    /** Facts in two columns. */
    record Fields(List<String> mrkdwn) implements Block {
        public Fields {
            mrkdwn = List.copyOf(mrkdwn);
            limited("fields", mrkdwn, 10);
            mrkdwn.forEach(field -> limited("field", field, 2000));
        }

        @Override
        public int length() {
            return mrkdwn.stream().mapToInt(String::length).sum();
        }
    }

    /** Secondary facts in small print. */
    record Context(List<String> mrkdwn) implements Block {
        public Context {
            mrkdwn = List.copyOf(mrkdwn);
            limited("context", mrkdwn, 10);
            mrkdwn.forEach(element -> limited("context element", element, 3000));
        }

        @Override
        public int length() {
            return mrkdwn.stream().mapToInt(String::length).sum();
        }
    }

    record Divider() implements Block {
        @Override
        public int length() {
            return 0;
        }
    }

    /** A row of buttons. */
    record Actions(String blockId, List<Button> buttons) implements Block {
        public Actions {
            limited("block_id", blockId, 255);
            buttons = List.copyOf(buttons);
            limited("actions", buttons, 25);
            if (buttons.stream().map(Button::actionId).distinct().count() < buttons.size()) {
                throw new IllegalArgumentException("two buttons of one block share an action_id");
            }
        }

        @Override
        public int length() {
            return buttons.stream().mapToInt(Button::length).sum();
        }
    }

    /**
     * @param spoken what a screen reader says instead of the label
     * @param confirm the question asked before the click counts
     */
    record Button(
            String actionId,
            String label,
            String spoken,
            String value,
            Style style,
            @Nullable Confirm confirm) {
        public Button {
            limited("action_id", actionId, 255);
            limited("button", label, 75);
            limited("accessibility_label", spoken, 75);
            limited("button value", value, 2000);
        }

        int length() {
            Confirm asked = confirm;
            int question = asked == null
                    ? 0
                    : Stream.of(asked.title(), asked.text(), asked.yes(), asked.no())
                            .mapToInt(String::length)
                            .sum();
            return label.length() + question;
        }
    }

    /** A question with two answers, in plain text. */
    record Confirm(String title, String text, String yes, String no) {
        public Confirm {
            limited("confirm title", title, 100);
            limited("confirm text", text, 300);
            limited("confirm", yes, 30);
            limited("deny", no, 30);
        }
    }

    /** How a button looks. */
    enum Style {
        PLAIN,
        PRIMARY,
        DANGER
    }

    private static void limited(String what, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(
                    "%s has %d characters, not 1 to %d".formatted(what, text.length(), most));
        }
    }

    private static void limited(String what, List<?> elements, int most) {
        if (elements.isEmpty() || elements.size() > most) {
            throw new IllegalArgumentException(
                    "%s has %d elements, not 1 to %d".formatted(what, elements.size(), most));
        }
    }
}
