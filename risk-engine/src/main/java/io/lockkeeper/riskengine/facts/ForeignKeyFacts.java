package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;

/** A foreign key of another table that points to this one. */
public record ForeignKeyFacts(String name, ObjectName from) {}
