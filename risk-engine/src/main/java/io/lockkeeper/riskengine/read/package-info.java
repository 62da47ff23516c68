/**
 * One statement's text → operations. Anything not understood with certainty becomes {@code Unreadable}.
 *
 * <p>Flow: tokens → leading keyword → own reader of DDL; JSqlParser reads DML and has a veto on what it can read.
 */
@NullMarked
package io.lockkeeper.riskengine.read;

import org.jspecify.annotations.NullMarked;
