package io.lockkeeper.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One Web API method. Answers the fields beside {@code "ok":true}, or throws {@code Refused}. */
@FunctionalInterface
interface Method {
    ObjectNode answer(Arguments arguments);
}
