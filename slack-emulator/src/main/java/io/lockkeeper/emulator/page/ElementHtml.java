package io.lockkeeper.emulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Elements as HTML controls. Every control carries {@code data-block-id} and {@code data-action-id}. */
final class ElementHtml {
    private final Workspace workspace;
    private final TextHtml texts;

    /** One thing a person may choose. */
    private record Choice(String value, String html, String description) {}

    ElementHtml(Workspace workspace, TextHtml texts) {
        this.workspace = workspace;
        this.texts = texts;
    }

    String html(JsonNode element, String blockId) {
        String ids = Html.attribute("data-block-id", blockId)
                + Html.attribute("data-action-id", Json.text(element, "action_id"))
                + (element.path("focus_on_load").asBoolean() ? " autofocus" : "");
        return switch (Json.text(element, "type")) {
            case "button" -> button(element, ids);
            case "image" -> image(element);
            case "static_select" -> select(element, ids, options(element), initial(element, "initial_option"));
            case "multi_static_select" ->
                select(element, ids + " multiple", options(element), initials(element, "initial_options"));
            case "overflow" -> select(element, ids + " class=\"overflow\"", options(element), Set.of());
            case "users_select" -> select(element, ids, users(), initial(element, "initial_user"));
            case "multi_users_select" ->
                select(element, ids + " multiple", users(), initials(element, "initial_users"));
            case "channels_select" -> select(element, ids, channels(), initial(element, "initial_channel"));
            case "conversations_select" -> select(element, ids, channels(), initial(element, "initial_conversation"));
            case "checkboxes" -> ticks(element, ids, "checkbox", initials(element, "initial_options"));
            case "radio_buttons" -> ticks(element, ids, "radio", initial(element, "initial_option"));
            case "plain_text_input" -> textInput(element, ids);
            case "number_input" -> input("number", element, ids + " step=\"any\"", "initial_value");
            case "email_text_input" -> input("email", element, ids, "initial_value");
            case "url_text_input" -> input("url", element, ids, "initial_value");
            case "datepicker" -> input("date", element, ids, "initial_date");
            case "timepicker" -> input("time", element, ids, "initial_time");
            case "datetimepicker" -> input("datetime-local", element, ids, "initial_date_time");
            default -> "<span class=\"unsupported\">[" + Html.escape(Json.text(element, "type")) + "]</span>";
        };
    }

    private String button(JsonNode element, String ids) {
        String style = Json.text(element, "style");
        String url = Json.text(element, "url");
        String label = Json.text(element, "accessibility_label");
        return "<button type=\"button\"" + Html.attribute("class", ("button " + style).strip()) + ids
                + (Html.followable(url) ? Html.attribute("data-url", url) : "")
                + (label.isEmpty() ? "" : Html.attribute("aria-label", label))
                + ">" + texts.plain(element.path("text"))
                + (url.isEmpty() ? "" : " <span aria-hidden=\"true\">↗</span>")
                + "</button>" + confirm(element.path("confirm"));
    }

    /** The script clones this beside the page when its element is used. */
    private String confirm(JsonNode confirm) {
        if (!confirm.isObject()) {
            return "";
        }
        String style = Json.text(confirm, "style").equals("danger") ? "danger" : "primary";
        return "<template class=\"confirm\"><dialog class=\"confirm\" role=\"alertdialog\"><h2>"
                + texts.plain(confirm.path("title")) + "</h2><div class=\"dialog-body\">"
                + texts.any(confirm.path("text"))
                + "</div><footer><button type=\"button\" class=\"button\" data-confirm=\"no\">"
                + texts.plain(confirm.path("deny")) + "</button><button type=\"button\" class=\"button " + style
                + "\" data-confirm=\"yes\">" + texts.plain(confirm.path("confirm"))
                + "</button></footer></dialog></template>";
    }

    String image(JsonNode element) {
        String url = Json.text(element, "image_url");
        return Html.followable(url)
                ? "<img" + Html.attribute("src", url) + Html.attribute("alt", Json.text(element, "alt_text"))
                        + " loading=\"lazy\">"
                : "<span class=\"unsupported\">" + Html.escape(Json.text(element, "alt_text")) + "</span>";
    }

    private String select(JsonNode element, String ids, List<Choice> choices, Set<String> chosen) {
        String placeholder = element.has("placeholder") ? texts.plain(element.path("placeholder")) : "Choose an option";
        StringBuilder html = new StringBuilder("<select").append(ids).append('>');
        if (!ids.endsWith(" multiple")) {
            html.append("<option value=\"\">")
                    .append(ids.contains("overflow") ? "⋯" : placeholder)
                    .append("</option>");
        }
        for (Choice choice : choices) {
            html.append("<option").append(Html.attribute("value", choice.value()));
            html.append(chosen.contains(choice.value()) ? " selected>" : ">");
            html.append(choice.html()).append("</option>");
        }
        return html.append("</select>").append(confirm(element.path("confirm"))).toString();
    }

    private String ticks(JsonNode element, String ids, String type, Set<String> chosen) {
        StringBuilder html = new StringBuilder("<div class=\"choices\" role=\"group\">");
        String name = type.equals("radio") ? Html.attribute("name", ids) : "";
        for (Choice choice : options(element)) {
            html.append("<label><input type=\"")
                    .append(type)
                    .append('"')
                    .append(name)
                    .append(ids);
            html.append(Html.attribute("value", choice.value()));
            html.append(chosen.contains(choice.value()) ? " checked>" : ">");
            html.append("<span>").append(choice.html());
            if (!choice.description().isEmpty()) {
                html.append("<small>").append(choice.description()).append("</small>");
            }
            html.append("</span></label>");
        }
        return html.append("</div>").append(confirm(element.path("confirm"))).toString();
    }

    private String textInput(JsonNode element, String ids) {
        String more =
                ids + (element.has("max_length") ? Html.attribute("maxlength", Json.text(element, "max_length")) : "");
        if (!element.path("multiline").asBoolean()) {
            return input("text", element, more, "initial_value");
        }
        return "<textarea rows=\"4\"" + more + placeholder(element) + ">"
                + Html.escape(Json.text(element, "initial_value")) + "</textarea>";
    }

    private String input(String type, JsonNode element, String ids, String initial) {
        return "<input" + Html.attribute("type", type) + ids + placeholder(element)
                + Html.attribute(type.equals("datetime-local") ? "data-epoch" : "value", Json.text(element, initial))
                + ">";
    }

    private static String placeholder(JsonNode element) {
        return element.has("placeholder")
                ? Html.attribute("placeholder", Json.text(element.path("placeholder"), "text"))
                : "";
    }

    private List<Choice> options(JsonNode element) {
        List<Choice> all = new ArrayList<>();
        element.path("options").forEach(option -> all.add(choice(option)));
        element.path("option_groups").forEach(group -> group.path("options").forEach(o -> all.add(choice(o))));
        return all;
    }

    private Choice choice(JsonNode option) {
        return new Choice(
                Json.text(option, "value"), texts.any(option.path("text")), texts.any(option.path("description")));
    }

    private List<Choice> users() {
        return workspace.people().stream()
                .map(u -> new Choice(u.id(), Html.escape(u.realName()), ""))
                .toList();
    }

    private List<Choice> channels() {
        return workspace.channels().stream()
                .map(c -> new Choice(c.id(), Html.escape("#" + c.name()), ""))
                .toList();
    }

    private static Set<String> initial(JsonNode element, String field) {
        JsonNode given = element.path(field);
        return given.isMissingNode() ? Set.of() : Set.of(given.isObject() ? Json.text(given, "value") : given.asText());
    }

    private static Set<String> initials(JsonNode element, String field) {
        Set<String> all = new TreeSet<>();
        element.path(field).forEach(one -> all.add(one.isObject() ? Json.text(one, "value") : one.asText()));
        return all;
    }
}
