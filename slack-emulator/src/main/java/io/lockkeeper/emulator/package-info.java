/**
 * A local Slack for tests, demonstrations and development: the Web API, signed interactivity, Block Kit and rate limits
 * enforced as Slack enforces them, and a page on which a person reads and clicks.
 *
 * <pre>
 * app --POST /api/chat.postMessage--> api --> blocks (validated, normalised) --> store --SSE--> page (a person looks)
 * page or driver: click --> interaction --signed POST--> the app's interactivity URL --ack or visible error--> the person
 * </pre>
 *
 * Everything that changes lives in memory and is touched only by the one event loop of the server, so nothing here locks.
 */
@NullMarked
package io.lockkeeper.emulator;

import org.jspecify.annotations.NullMarked;
