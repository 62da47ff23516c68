/**
 * A real Kafka broker and real PostgreSQL and MariaDB servers out of Maven artifacts, and MySQL where it is installed,
 * for tests and for the local stack.
 *
 * <p>{@link KafkaBroker} and {@link LocalPostgres} own what runs; {@link KafkaCluster} and {@link PostgresServer} are
 * addresses with the few verbs a test needs. {@link Testbed} shares one of each per JVM, {@link ServiceTestResource}
 * hands both to a {@code @QuarkusTest}. Nothing here may be used in production: no server flushes what it commits.
 */
@NullMarked
package io.lockkeeper.testbed;

import org.jspecify.annotations.NullMarked;
