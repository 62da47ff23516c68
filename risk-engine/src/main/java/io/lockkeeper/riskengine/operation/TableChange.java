package io.lockkeeper.riskengine.operation;

import java.util.Locale;

/** Actions on a table that need nothing but their name to be understood. */
public enum TableChange {
    SET_STATISTICS,
    SET_COLUMN_OPTIONS,
    SET_STORAGE,
    SET_STORAGE_PLAIN,
    SET_COMPRESSION,
    SET_EXPRESSION,
    DROP_EXPRESSION,
    ADD_IDENTITY,
    ADD_IDENTITY_ALWAYS,
    SET_IDENTITY,
    DROP_IDENTITY,
    SET_PARAMETERS,
    STOP_AUTOVACUUM,
    SET_STRONG_PARAMETERS,
    SET_OWNER,
    SET_REPLICA_IDENTITY,
    SET_ROW_SECURITY,
    ENABLE_TRIGGER,
    DISABLE_TRIGGER,
    CLUSTER_ON,
    SET_LOGGED,
    SET_UNLOGGED,
    SET_TABLESPACE,
    SET_ACCESS_METHOD,
    INHERIT,
    NO_INHERIT,
    DROP_OIDS,
    ALTER_CONSTRAINT,
    ENFORCE_CONSTRAINT,
    UNENFORCE_CONSTRAINT,
    CREATE_TRIGGER,
    ALTER_TRIGGER,
    DROP_TRIGGER,
    CREATE_RULE,
    DROP_RULE,
    CREATE_POLICY,
    ALTER_POLICY,
    DROP_POLICY,
    CREATE_STATISTICS,
    PUBLISH,
    PUBLISH_INSERTS,
    COMMENT;

    /** Kebab case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
