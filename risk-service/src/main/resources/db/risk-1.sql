--liquibase formatted sql

--changeset lockkeeper:risk-1
CREATE TABLE bundle (
    hash text PRIMARY KEY,
    content bytea NOT NULL,
    stored_at timestamptz NOT NULL
);
CREATE TABLE migration (
    id uuid PRIMARY KEY,
    version text NOT NULL,
    target text NOT NULL,
    engine text NOT NULL,
    submitter text NOT NULL,
    credential text NOT NULL,
    bundle_hash text NOT NULL REFERENCES bundle (hash),
    subject_hash text NOT NULL,
    report_hash text NOT NULL,
    risk text NOT NULL,
    diff_url text,
    report text NOT NULL,
    submitted_at timestamptz NOT NULL
);
CREATE INDEX migration_submitted ON migration (submitted_at);
--comment One answer per (credential, key): a repeated request gets the same migration, another body is refused.
CREATE TABLE idempotency (
    credential text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    migration_id uuid NOT NULL REFERENCES migration (id),
    PRIMARY KEY (credential, key)
);
