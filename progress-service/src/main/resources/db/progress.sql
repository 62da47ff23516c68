--liquibase formatted sql

--changeset lockkeeper:progress-1-migration
--comment intake, approval and run hold each topic's facet as JSON; the other columns are for sorting and counting.
CREATE TABLE migration (
    id text PRIMARY KEY,
    state text NOT NULL,
    intake text NOT NULL,
    approval text NOT NULL,
    run text NOT NULL,
    began_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX migration_began ON migration (began_at DESC, id DESC);
CREATE INDEX migration_state ON migration (state);

--changeset lockkeeper:progress-2-timeline
CREATE TABLE timeline_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id uuid NOT NULL UNIQUE,
    migration_id text NOT NULL,
    topic text NOT NULL,
    kind text NOT NULL,
    occurred_at timestamptz NOT NULL,
    sentence text NOT NULL,
    actor text NOT NULL,
    details text NOT NULL
);
CREATE INDEX timeline_entry_migration ON timeline_entry (migration_id, occurred_at, id);

--changeset lockkeeper:progress-3-audit
CREATE TABLE audit_entry (
    seq bigint PRIMARY KEY,
    event_id uuid NOT NULL UNIQUE,
    type text NOT NULL,
    topic text NOT NULL,
    migration_id text NOT NULL,
    occurred_at timestamptz NOT NULL,
    payload bytea NOT NULL,
    body text NOT NULL,
    prev_hash text NOT NULL,
    hash text NOT NULL
);
CREATE INDEX audit_entry_migration ON audit_entry (migration_id, seq);
CREATE TABLE audit_head (
    id integer PRIMARY KEY CHECK (id = 1),
    entries bigint NOT NULL,
    hash text NOT NULL
);
INSERT INTO audit_head VALUES (1, 0, repeat('0', 64));

--changeset lockkeeper:progress-4-audit-append-only splitStatements:false
--comment Defence in depth: an ordinary session cannot change the chain. Whoever owns the tables can; verification finds it.
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: the audit chain is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_head_one_step BEFORE UPDATE ON audit_head
    FOR EACH ROW WHEN (NEW.entries <> OLD.entries + 1) EXECUTE FUNCTION audit_append_only();

--changeset lockkeeper:progress-5-run-progress
--comment progress holds RunProgress as JSON; live says whether the ticker has to look at it.
CREATE TABLE run_progress (
    run_id text PRIMARY KEY,
    migration_id text NOT NULL,
    live boolean NOT NULL,
    published_at timestamptz,
    progress text NOT NULL
);
CREATE INDEX run_progress_migration ON run_progress (migration_id);
CREATE INDEX run_progress_live ON run_progress (run_id) WHERE live;
