package io.lockkeeper.riskengine.read.pg;

import com.fasterxml.jackson.databind.JsonNode;

/** What the grammar says about a text. */
public sealed interface Answer {

    /**
     * It is valid.
     *
     * @param statements array of the parse trees of its statements, each an object with one field named like its node
     */
    record Parsed(JsonNode statements) implements Answer {}

    /**
     * The server would refuse it.
     *
     * @param message the server's own, such as {@code syntax error at or near "AD"}
     * @param position of the character it is about, from 1; 0 when it is about the whole text
     */
    record Refused(String message, int position) implements Answer {}

    /** It could not say: too slow, too deep or broken. Another time it may. */
    record Silent(String reason) implements Answer {}
}
