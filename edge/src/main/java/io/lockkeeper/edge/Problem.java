package io.lockkeeper.edge;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The body of every refusal, {@code application/problem+json} (RFC 9457) with two members of ours.
 *
 * @param status HTTP status
 * @param code what was refused, stable, for machines: {@code UNKNOWN_TARGET}
 * @param title the same for people, without particulars
 * @param detail what exactly, in this request
 * @param help what to do next
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "help"})
public record Problem(int status, String code, String title, String detail, String help) {

    /** The media type of the body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** No page describes the problem further. */
    public String getType() {
        return "about:blank";
    }
}
