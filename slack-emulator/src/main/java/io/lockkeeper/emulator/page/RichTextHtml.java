package io.lockkeeper.emulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.workspace.Workspace;
import io.lockkeeper.emulator.workspace.Workspace.UserGroup;

/** The rich_text block as HTML. */
final class RichTextHtml {
    private final Workspace workspace;
    private final Mrkdwn mrkdwn;

    RichTextHtml(Workspace workspace, Mrkdwn mrkdwn) {
        this.workspace = workspace;
        this.mrkdwn = mrkdwn;
    }

    String html(JsonNode block) {
        StringBuilder html = new StringBuilder();
        block.path("elements").forEach(part -> html.append(part(part)));
        return html.toString();
    }

    private String part(JsonNode part) {
        return switch (Json.text(part, "type")) {
            case "rich_text_quote" -> "<blockquote>" + runs(part) + "</blockquote>";
            case "rich_text_preformatted" -> "<pre>" + runs(part) + "</pre>";
            case "rich_text_list" -> list(part);
            default -> "<div>" + runs(part).replace("\n", "<br>") + "</div>";
        };
    }

    private String list(JsonNode part) {
        String tag = Json.text(part, "style").equals("ordered") ? "ol" : "ul";
        StringBuilder html = new StringBuilder(
                "<" + tag + " class=\"indent-" + part.path("indent").asInt(0) + "\">");
        part.path("elements")
                .forEach(item -> html.append("<li>").append(runs(item)).append("</li>"));
        return html.append("</").append(tag).append('>').toString();
    }

    private String runs(JsonNode part) {
        StringBuilder html = new StringBuilder();
        part.path("elements").forEach(run -> html.append(styled(run, run(run))));
        return html.toString();
    }

    private String run(JsonNode run) {
        return switch (Json.text(run, "type")) {
            case "text" -> Html.escape(Json.text(run, "text"));
            case "link" ->
                Html.link(Json.text(run, "url"), Html.escape(run.path("text").asText(Json.text(run, "url"))));
            case "user" -> mrkdwn.user(Json.text(run, "user_id"), "");
            case "channel" -> Mrkdwn.mention("#" + mrkdwn.channel(Json.text(run, "channel_id"), ""));
            case "usergroup" -> {
                String id = Json.text(run, "usergroup_id");
                yield Mrkdwn.mention(
                        "@" + workspace.userGroup(id).map(UserGroup::handle).orElse(id));
            }
            case "broadcast" -> Mrkdwn.mention("@" + Json.text(run, "range"));
            case "emoji" -> Emoji.replace(":" + Html.escape(Json.text(run, "name")) + ":");
            case "date" ->
                "<time class=\"date\"" + Html.attribute("data-epoch", Json.text(run, "timestamp"))
                        + Html.attribute("data-format", Json.text(run, "format")) + ">"
                        + Html.escape(Json.text(run, "fallback")) + "</time>";
            default -> Html.escape(Json.text(run, "value"));
        };
    }

    private static String styled(JsonNode run, String html) {
        JsonNode style = run.path("style");
        String styled = style.path("code").asBoolean() ? "<code>" + html + "</code>" : html;
        styled = style.path("bold").asBoolean() ? "<strong>" + styled + "</strong>" : styled;
        styled = style.path("italic").asBoolean() ? "<em>" + styled + "</em>" : styled;
        return style.path("strike").asBoolean() ? "<s>" + styled + "</s>" : styled;
    }
}
