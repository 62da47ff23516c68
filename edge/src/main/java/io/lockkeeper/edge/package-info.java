/**
 * What every HTTP door does before a feature sees a request.
 *
 * <pre>
 * request ─▶ BodyLimit ─▶ BearerMechanism (token → Caller, roles) ─▶ resource ─▶ ProblemMappers (application/problem+json)
 * </pre>
 */
@NullMarked
package io.lockkeeper.edge;

import org.jspecify.annotations.NullMarked;
