package io.lockkeeper.riskengine.onlineddl;

/** What others may do meanwhile, the most permissive first: read and write, read, nothing. */
enum Lock {
    NONE,
    SHARED,
    EXCLUSIVE
}
