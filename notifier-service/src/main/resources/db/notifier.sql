--liquibase formatted sql

--changeset lockkeeper:notifier-1
--comment Facets and desired revision are written by the inbox's transaction; the rest by delivery.
CREATE TABLE card (
    migration_id text PRIMARY KEY,
    migration jsonb,
    approval jsonb,
    run jsonb,
    snapshot jsonb,
    target_channel text,
    live boolean NOT NULL DEFAULT false,
    desired_revision bigint NOT NULL DEFAULT 0,
    urgent_revision bigint NOT NULL DEFAULT 0,
    dirty_since timestamptz NOT NULL,
    ready_at timestamptz NOT NULL,
    channel text,
    ts text,
    sent_revision bigint NOT NULL DEFAULT 0,
    sent_at timestamptz,
    form text NOT NULL DEFAULT 'FULL',
    post_tried_at timestamptz,
    reposts integer NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    retry_at timestamptz NOT NULL DEFAULT '-infinity',
    fault text,
    lease uuid,
    leased_until timestamptz
);
CREATE INDEX card_unposted ON card (target_channel, ready_at) WHERE ts IS NULL;
CREATE INDEX card_due ON card (dirty_since) WHERE desired_revision > sent_revision;
CREATE INDEX card_live ON card (sent_at) WHERE live;
CREATE INDEX card_leased ON card (leased_until) WHERE leased_until IS NOT NULL;

CREATE TABLE reply (
    event_id uuid PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    migration_id text NOT NULL REFERENCES card,
    kind text NOT NULL,
    text text NOT NULL,
    ready_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'SENT', 'DROPPED')),
    ts text,
    tried_at timestamptz,
    failures integer NOT NULL DEFAULT 0,
    retry_at timestamptz NOT NULL DEFAULT '-infinity',
    fault text
);
CREATE INDEX reply_pending ON reply (migration_id, seq) WHERE state = 'PENDING';
CREATE INDEX reply_refusals ON reply (migration_id) WHERE kind = 'REFUSAL';

--comment One budget for all instances. The row of chat.update is also the lock under which work is handed out.
CREATE TABLE budget (
    name text PRIMARY KEY,
    tokens double precision NOT NULL,
    refilled_at timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL
);
INSERT INTO budget VALUES ('chat.update', 0, '2000-01-01T00:00:00Z', '2000-01-01T00:00:00Z');
