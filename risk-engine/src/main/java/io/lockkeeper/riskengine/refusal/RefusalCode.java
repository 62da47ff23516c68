package io.lockkeeper.riskengine.refusal;

/** Every way in which a submission can be refused before it is assessed. The names are part of the HTTP contract. */
public enum RefusalCode {
    /** Nothing but comments and white space. */
    EMPTY_SQL,
    /** The text cannot be a script or a changelog: broken bytes, broken XML, unbalanced parentheses. */
    UNREADABLE_SQL,
    /** A string, comment, dollar body, quoted name or block that is opened and never closed. */
    UNTERMINATED,
    /** The database engine is not supported yet. */
    UNSUPPORTED_ENGINE,
    /** The entry is missing, not among the files, or of a kind that cannot be read. */
    BAD_ENTRY,
    /** A path that leaves the bundle, a duplicate, an empty name. */
    BAD_PATH,
    /** An option with a value that is not allowed. */
    BAD_OPTION,
    /** BEGIN, COMMIT, ROLLBACK and their kind inside a script: the option `transaction` says it instead. */
    TRANSACTION_CONTROL,
    /** A backslash command of psql. */
    PSQL_COMMAND,
    /** COPY … FROM STDIN with data. */
    COPY_DATA,
    /** More text or more statements than is read. */
    TOO_LARGE
}
