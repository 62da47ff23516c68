package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.Optional;

/**
 * How a partitioned table is divided.
 *
 * @param key as {@code pg_get_partkeydef} prints it, such as {@code RANGE (day)}
 * @param defaultPartition takes what fits nowhere else; it is locked, and read, whenever a partition is added
 */
public record Partitioning(String key, Optional<ObjectName> defaultPartition) {}
