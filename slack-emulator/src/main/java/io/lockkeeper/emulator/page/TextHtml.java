package io.lockkeeper.emulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.emulator.wire.Json;

/** Text objects as HTML. */
final class TextHtml {
    private final Mrkdwn mrkdwn;

    TextHtml(Mrkdwn mrkdwn) {
        this.mrkdwn = mrkdwn;
    }

    /** A plain_text object; nothing in it is formatting except emoji names. */
    String plain(JsonNode text) {
        return Emoji.replace(Html.escape(Json.text(text, "text"))).replace("\n", "<br>");
    }

    String any(JsonNode text) {
        return Json.text(text, "type").equals("mrkdwn") ? mrkdwn.html(Json.text(text, "text")) : plain(text);
    }
}
