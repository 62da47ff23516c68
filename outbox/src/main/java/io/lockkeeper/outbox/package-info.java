/**
 * The way of events between a service's database and Kafka.
 *
 * <pre>
 * state change + Outbox.put ─one transaction─▶ outbox_event ─Relay─▶ Kafka (acks=all, in order per key)
 * Kafka ─listener─▶ Inbox.receive ─one transaction─▶ inbox_event + effect ─then─▶ offset
 * tables: outbox_event, outbox_lane, inbox_event (outbox.sql, included by each service's changelog)
 * </pre>
 *
 * Delivery is at least once; the inbox makes each event's effect happen exactly once.
 */
@NullMarked
package io.lockkeeper.outbox;

import org.jspecify.annotations.NullMarked;
