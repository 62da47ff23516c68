--liquibase formatted sql

--changeset lockkeeper:approval-1
--comment migration, terms and state are JSON of domain records; label and due_at repeat what the timer searches by.
CREATE TABLE approval (
    migration_id text PRIMARY KEY,
    label text NOT NULL,
    due_at timestamptz,
    migration jsonb NOT NULL,
    terms jsonb NOT NULL,
    state jsonb NOT NULL
);
CREATE INDEX approval_held ON approval (migration_id) WHERE label = 'HELD';
CREATE INDEX approval_due ON approval (due_at) WHERE label = 'AWAITING_APPROVAL';

--changeset lockkeeper:approval-2
--comment One decision per person each time approval is asked for (opened_at), whatever the code does.
CREATE TABLE decision (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    migration_id text NOT NULL REFERENCES approval (migration_id),
    opened_at timestamptz NOT NULL,
    subject_hash text NOT NULL,
    identity text NOT NULL,
    document jsonb NOT NULL,
    decided_at timestamptz NOT NULL,
    UNIQUE (migration_id, opened_at, identity)
);

--changeset lockkeeper:approval-3
--comment One grant per approval, ever: the migration is the key.
CREATE TABLE issued_grant (
    migration_id text PRIMARY KEY REFERENCES approval (migration_id),
    grant_id text NOT NULL UNIQUE,
    jws text NOT NULL,
    not_before timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    issued_at timestamptz NOT NULL
);

--changeset lockkeeper:approval-4
--comment FREEZE is a keyword, hence the name. Freezes are never deleted; one that is ended early says by whom and when.
CREATE TABLE freeze_entry (
    id uuid PRIMARY KEY,
    reason text NOT NULL CHECK (reason <> ''),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    targets text[] NOT NULL,
    environments text[] NOT NULL,
    set_by text NOT NULL,
    set_at timestamptz NOT NULL,
    ended_by text,
    ended_at timestamptz,
    CHECK (ends_at > starts_at),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE INDEX freeze_entry_ends ON freeze_entry (ends_at) WHERE ended_at IS NULL;
