/**
 * Pages for people: all migrations, one migration live, the audit chain.
 *
 * <pre>
 * GET /, /migrations/{id}, /audit ─▶ DashboardResource ─▶ Migrations, Timeline, Snapshots, AuditChain ─▶ *Page ─▶ Qute
 * assets/dashboard.js fetches /live/... and puts it in place of what stands there
 * </pre>
 *
 * Qute escapes every value. No script and no style stands in a page, so the content security policy allows none.
 */
@NullMarked
package io.lockkeeper.progress.dashboard;

import org.jspecify.annotations.NullMarked;
