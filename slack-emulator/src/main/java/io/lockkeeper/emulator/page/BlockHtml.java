package io.lockkeeper.emulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.workspace.Workspace;

/** Blocks as HTML, in the order given. */
final class BlockHtml {
    private final TextHtml texts;
    private final ElementHtml elements;
    private final RichTextHtml richText;

    BlockHtml(Workspace workspace, Mrkdwn mrkdwn) {
        this.texts = new TextHtml(mrkdwn);
        this.elements = new ElementHtml(workspace, texts);
        this.richText = new RichTextHtml(workspace, mrkdwn);
    }

    String html(JsonNode blocks) {
        StringBuilder html = new StringBuilder();
        blocks.forEach(block -> html.append(block(block)));
        return html.toString();
    }

    private String block(JsonNode block) {
        String type = Json.text(block, "type");
        String blockId = Json.text(block, "block_id");
        String open = "<div class=\"block " + Html.escape(type) + "\"" + Html.attribute("data-block", blockId) + ">";
        return switch (type) {
            case "header" -> open + "<h3>" + texts.plain(block.path("text")) + "</h3></div>";
            case "section" -> open + section(block, blockId) + "</div>";
            case "context" -> open + context(block) + "</div>";
            case "actions" -> open + actions(block, blockId) + "</div>";
            case "divider" -> "<hr class=\"block\">";
            case "image" -> open + image(block) + "</div>";
            case "input" -> open + input(block, blockId) + "</div>";
            case "rich_text" -> open + richText.html(block) + "</div>";
            case "markdown" -> open + Markdown.html(Json.text(block, "text")) + "</div>";
            default -> open + "<span class=\"unsupported\">[" + Html.escape(type) + "]</span></div>";
        };
    }

    private String section(JsonNode block, String blockId) {
        StringBuilder html = new StringBuilder("<div class=\"section-text\">");
        if (block.has("text")) {
            html.append("<div>").append(texts.any(block.path("text"))).append("</div>");
        }
        if (block.has("fields")) {
            html.append("<div class=\"fields\">");
            block.path("fields").forEach(field -> html.append("<div class=\"field\">")
                    .append(texts.any(field))
                    .append("</div>"));
            html.append("</div>");
        }
        html.append("</div>");
        if (block.has("accessory")) {
            html.append("<div class=\"accessory\">")
                    .append(elements.html(block.path("accessory"), blockId))
                    .append("</div>");
        }
        return html.toString();
    }

    private String context(JsonNode block) {
        StringBuilder html = new StringBuilder();
        block.path("elements").forEach(element -> html.append("<span>")
                .append(Json.text(element, "type").equals("image") ? elements.image(element) : texts.any(element))
                .append("</span>"));
        return html.toString();
    }

    private String actions(JsonNode block, String blockId) {
        StringBuilder html = new StringBuilder();
        block.path("elements").forEach(element -> html.append(elements.html(element, blockId)));
        return html.toString();
    }

    private String image(JsonNode block) {
        String title = block.has("title") ? "<figcaption>" + texts.plain(block.path("title")) + "</figcaption>" : "";
        return "<figure>" + title + elements.image(block) + "</figure>";
    }

    private String input(JsonNode block, String blockId) {
        String optional = block.path("optional").asBoolean() ? " <small>(optional)</small>" : "";
        String hint = block.has("hint") ? "<p class=\"hint\">" + texts.plain(block.path("hint")) + "</p>" : "";
        String dispatch = block.path("dispatch_action").asBoolean() ? " data-dispatch" : "";
        return "<div class=\"field-input\"" + dispatch + "><div class=\"label\">" + texts.plain(block.path("label"))
                + optional + "</div>" + elements.html(block.path("element"), blockId)
                + "<p class=\"field-error\" role=\"alert\"" + Html.attribute("data-error-for", blockId) + " hidden></p>"
                + hint + "</div>";
    }
}
