--liquibase formatted sql

--changeset lockkeeper:executor-1
CREATE TABLE run (
    id uuid PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    migration_id text NOT NULL UNIQUE,
    grant_id text NOT NULL UNIQUE,
    target text NOT NULL,
    engine text NOT NULL,
    grant_jws text NOT NULL,
    state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'ABORTED', 'UNKNOWN')),
    owner text,
    lease_until timestamptz,
    token bigint NOT NULL DEFAULT 0,
    phase text,
    statements integer NOT NULL DEFAULT 0,
    statements_done integer NOT NULL DEFAULT 0,
    statement_index integer NOT NULL DEFAULT -1,
    failure_code text,
    message text,
    rows_affected bigint NOT NULL DEFAULT 0,
    samples bigint NOT NULL DEFAULT 0,
    queued_at timestamptz NOT NULL,
    started_at timestamptz,
    ended_at timestamptz,
    CHECK ((state = 'RUNNING') = (owner IS NOT NULL)),
    CHECK ((state = 'RUNNING') = (lease_until IS NOT NULL))
);
COMMENT ON COLUMN run.token IS 'Fencing token: rises with every change of hands, carried by every write.';

--changeset lockkeeper:executor-2
--comment One live run per target, whatever the code does.
CREATE UNIQUE INDEX run_live_per_target ON run (target) WHERE state = 'RUNNING';
CREATE INDEX run_queue ON run (target, seq) WHERE state = 'QUEUED';

--changeset lockkeeper:executor-3
--comment The journal: written before and after each statement; after a crash it is all that is known.
CREATE TABLE run_statement (
    run_id uuid NOT NULL REFERENCES run (id),
    statement_index integer NOT NULL,
    state text NOT NULL CHECK (state IN ('STARTED', 'EXECUTED', 'FINISHED', 'ROLLED_BACK', 'FAILED')),
    attempts integer NOT NULL DEFAULT 1,
    rows_affected bigint NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (run_id, statement_index)
);

--changeset lockkeeper:executor-4
--comment Migrations whose grant was refused: they were told to have failed, so no later grant may start them.
CREATE TABLE refused_migration (
    migration_id text PRIMARY KEY,
    reason text NOT NULL,
    refused_at timestamptz NOT NULL
);

--changeset lockkeeper:executor-5 splitStatements:false
--comment Terminal states never change: the last line of defence for invariant 8.
CREATE FUNCTION run_keep_end() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF OLD.state IN ('SUCCEEDED', 'FAILED', 'ABORTED', 'UNKNOWN') THEN
        RAISE EXCEPTION 'run % has ended as % and cannot change', OLD.id, OLD.state;
    END IF;
    RETURN NEW;
END
$body$;

--changeset lockkeeper:executor-6
CREATE TRIGGER run_keep_end BEFORE UPDATE ON run FOR EACH ROW EXECUTE FUNCTION run_keep_end();

--changeset lockkeeper:executor-7
--comment When the server answered; the end of a statement in a transaction comes later.
ALTER TABLE run_statement ADD COLUMN executed_at timestamptz;
