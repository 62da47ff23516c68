package io.lockkeeper.approval.decision;

/** A person's answer. */
public enum Verdict {
    APPROVE,
    REJECT
}
