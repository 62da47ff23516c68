package io.lockkeeper.risk.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The page behind the card's link "Plan": every statement as submitted, what it does, and why that is the risk. */
@Path("/v1/migrations/{id}/plan")
@RunOnVirtualThread
class PlanResource {

    private final Migrations migrations;
    private final IntakeConfig config;
    private final SecurityIdentity caller;
    private final ObjectMapper json;

    PlanResource(Migrations migrations, IntakeConfig config, SecurityIdentity caller, ObjectMapper json) {
        this.migrations = migrations;
        this.config = config;
        this.caller = caller;
        this.json = json;
    }

    @CheckedTemplate(basePath = "plan")
    static class Templates {
        static native TemplateInstance plan(MigrationStore.Stored migration, JsonNode report, String statusUrl);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance plan(@PathParam("id") String id) throws JsonProcessingException {
        requireReader();
        MigrationStore.Stored migration =
                MigrationId.parse(id).flatMap(migrations::find).orElseThrow(() -> Refusal.unknownMigration(id));
        return Templates.plan(migration, json.readTree(migration.report()), migrations.statusUrl(migration.id()));
    }

    private void requireReader() {
        if (config.pages().open() || caller.hasRole("read")) {
            return;
        }
        throw caller.isAnonymous() ? new UnauthorizedException() : new ForbiddenException();
    }
}
