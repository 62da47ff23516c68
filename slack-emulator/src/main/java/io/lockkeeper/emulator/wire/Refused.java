package io.lockkeeper.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serial;
import java.util.List;

/**
 * Slack says no: thrown by a method to end it with {@code {"ok":false,"error":code}}, with HTTP status 200 as Slack does.
 *
 * <p>Details go to {@code response_metadata.messages} behind {@code [ERROR]}; only {@code invalid_blocks} repeats them
 * in {@code errors}.
 */
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final List<String> details;

    public Refused(String code, List<String> details) {
        super(code + (details.isEmpty() ? "" : " " + details), null, false, false);
        this.code = code;
        this.details = List.copyOf(details);
    }

    public Refused(String code) {
        this(code, List.of());
    }

    public static Refused arguments(String detail) {
        return new Refused("invalid_arguments", List.of(detail));
    }

    public String code() {
        return code;
    }

    public List<String> details() {
        return details;
    }

    public ObjectNode toJson() {
        ObjectNode body = Json.object().put("ok", false).put("error", code);
        if (!details.isEmpty()) {
            if (code.equals("invalid_blocks")) {
                body.set("errors", Json.strings(details));
            }
            body.putObject("response_metadata")
                    .set(
                            "messages",
                            Json.strings(
                                    details.stream().map(d -> "[ERROR] " + d).toList()));
        }
        return body;
    }
}
