/**
 * Bundle → ordered statements: native scripts are split, Liquibase changelogs are asked for their SQL offline.
 */
@NullMarked
package io.lockkeeper.riskengine.plan;

import org.jspecify.annotations.NullMarked;
