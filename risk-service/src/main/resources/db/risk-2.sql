--liquibase formatted sql

--changeset lockkeeper:risk-2
--comment What finished runs showed: the work of one statement, its seconds as estimated without calibration and as observed.
CREATE TABLE observation (
    run_id text NOT NULL,
    statement_index integer NOT NULL,
    migration_id uuid NOT NULL REFERENCES migration (id),
    target text NOT NULL,
    work text NOT NULL,
    expected_seconds double precision NOT NULL CHECK (expected_seconds > 0),
    observed_seconds double precision NOT NULL CHECK (observed_seconds > 0),
    observed_at timestamptz NOT NULL,
    PRIMARY KEY (run_id, statement_index)
);
CREATE INDEX observation_latest ON observation (target, work, observed_at DESC);
