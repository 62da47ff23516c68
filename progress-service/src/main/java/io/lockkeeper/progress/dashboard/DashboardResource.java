package io.lockkeeper.progress.dashboard;

import io.lockkeeper.progress.ProgressConfig;
import io.lockkeeper.progress.Refusal;
import io.lockkeeper.progress.audit.AuditChain;
import io.lockkeeper.progress.audit.AuditEntry;
import io.lockkeeper.progress.audit.AuditVerifications;
import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.migration.Migrations;
import io.lockkeeper.progress.snapshot.Snapshots;
import io.lockkeeper.progress.timeline.Timeline;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The pages, and below {@code /live} the same without the frame around them, for the script that keeps them fresh. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DashboardResource {

    private static final int LINES = 100;
    private static final int ENTRIES = 50;
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'";

    private final ProgressConfig config;
    private final SecurityIdentity caller;
    private final Migrations migrations;
    private final Timeline timeline;
    private final Snapshots snapshots;
    private final AuditChain audit;
    private final AuditVerifications verifications;

    DashboardResource(
            ProgressConfig config,
            SecurityIdentity caller,
            Migrations migrations,
            Timeline timeline,
            Snapshots snapshots,
            AuditChain audit,
            AuditVerifications verifications) {
        this.config = config;
        this.caller = caller;
        this.migrations = migrations;
        this.timeline = timeline;
        this.snapshots = snapshots;
        this.audit = audit;
        this.verifications = verifications;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(List<MigrationLine> lines);

        static native TemplateInstance liveList(List<MigrationLine> lines);

        static native TemplateInstance migration(MigrationPage page);

        static native TemplateInstance liveMigration(MigrationPage page);

        static native TemplateInstance audit(AuditPage page);

        static native TemplateInstance liveAudit(AuditPage page);
    }

    @GET
    @ResponseHeader(name = "Content-Security-Policy", value = POLICY)
    public TemplateInstance list() {
        admit();
        return Templates.list(lines());
    }

    @GET
    @Path("live")
    public TemplateInstance liveList() {
        admit();
        return Templates.liveList(lines());
    }

    @GET
    @Path("migrations/{id}")
    @ResponseHeader(name = "Content-Security-Policy", value = POLICY)
    public TemplateInstance migration(String id) {
        admit();
        return Templates.migration(page(id));
    }

    @GET
    @Path("live/migrations/{id}")
    public TemplateInstance liveMigration(String id) {
        admit();
        return Templates.liveMigration(page(id));
    }

    @GET
    @Path("audit")
    @ResponseHeader(name = "Content-Security-Policy", value = POLICY)
    public TemplateInstance audit(@RestQuery @Nullable String migration, @RestQuery @Nullable String before) {
        admit();
        return Templates.audit(auditPage(migration, before));
    }

    @GET
    @Path("live/audit")
    public TemplateInstance liveAudit(@RestQuery @Nullable String migration, @RestQuery @Nullable String before) {
        admit();
        return Templates.liveAudit(auditPage(migration, before));
    }

    private void admit() {
        if (config.dashboard().open()) {
            return;
        }
        if (caller.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!caller.hasRole("read")) {
            throw new ForbiddenException();
        }
    }

    private List<MigrationLine> lines() {
        return migrations.newest(LINES).stream().map(MigrationLine::of).toList();
    }

    private MigrationPage page(String id) {
        MigrationId migration = new MigrationId(id);
        return migrations
                .get(migration)
                .map(found -> MigrationPage.of(found, snapshots.lastOf(migration), timeline.of(migration)))
                .orElseThrow(() -> Refusal.unknownMigration(id));
    }

    private AuditPage auditPage(@Nullable String migration, @Nullable String before) {
        String of = Objects.requireNonNullElse(migration, "");
        long below = Refusal.number("before", before, 1, Long.MAX_VALUE, Long.MAX_VALUE);
        List<AuditEntry> entries = audit.newestBefore(below, of, ENTRIES);
        String older = entries.size() < ENTRIES
                ? ""
                : "/audit?before=" + entries.getLast().seq()
                        + (of.isEmpty() ? "" : "&migration=" + URLEncoder.encode(of, StandardCharsets.UTF_8));
        return AuditPage.of(audit.head(), verifications.last(), of, entries, older);
    }
}
