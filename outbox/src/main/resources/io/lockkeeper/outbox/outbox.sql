--liquibase formatted sql

--changeset lockkeeper:outbox-1
--comment Columns id, aggregatetype, aggregateid, type, payload are those of Debezium's outbox event router.
CREATE TABLE outbox_event (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    id uuid PRIMARY KEY,
    aggregatetype text NOT NULL,
    aggregateid text NOT NULL,
    type text NOT NULL,
    source text NOT NULL,
    occurred_at timestamptz NOT NULL,
    tracingspancontext text,
    lane smallint NOT NULL,
    payload bytea NOT NULL
);
-- Every row is soon deleted: without early vacuums the relay would wade through dead index entries.
ALTER TABLE outbox_event SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
CREATE INDEX outbox_event_lane ON outbox_event (lane, seq);
CREATE TABLE outbox_lane (lane smallint PRIMARY KEY);
INSERT INTO outbox_lane SELECT generate_series(0, 7);

--changeset lockkeeper:inbox-1
CREATE TABLE inbox_event (
    id uuid PRIMARY KEY,
    type text NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX inbox_event_received ON inbox_event (received_at);
