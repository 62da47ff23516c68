package io.lockkeeper.risk.intake;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockkeeper.edge.Caller;
import io.lockkeeper.riskengine.subject.CanonicalJson;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where CI submits: {@code POST /v1/migrations} stores and announces, {@code POST /v1/lint} only answers. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class MigrationResource {

    private static final Pattern VERSION = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._+/:@#-]{0,99}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int MAX_URL = 2000;

    private final Assessor assessor;
    private final OfflineLint offline;
    private final Migrations migrations;
    private final Caller caller;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    MigrationResource(
            Assessor assessor,
            OfflineLint offline,
            Migrations migrations,
            Caller caller,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.assessor = assessor;
        this.offline = offline;
        this.migrations = migrations;
        this.caller = caller;
        this.json = json;
        this.metrics = metrics;
    }

    /** The answer to a submission. {@code report} is the engine's canonical JSON. */
    record Answer(
            String id,
            String version,
            String target,
            String engine,
            String submitter,
            String status,
            String risk,
            String subjectHash,
            String reportHash,
            @JsonRawValue String report,
            Links links) {}

    record Links(String self, String plan, String status) {}

    @POST
    @Path("/migrations")
    @RolesAllowed("submit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Submission submission) {
        Submission asked = required(submission);
        String usedKey = validKey(key);
        String requestHash = CanonicalJson.sha256(CanonicalJson.bytes(json.valueToTree(asked)));
        Optional<Response> earlier = replay(usedKey, requestHash);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Migration migration = new Migration(
                MigrationId.next(),
                validVersion(asked.version()),
                submitter(asked.submitter()),
                caller.credential(),
                validDiffUrl(asked.diffUrl()),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                assessor.assess(asked));
        MigrationStore.Stored stored;
        try {
            stored = migrations.submit(migration, usedKey, requestHash);
        } catch (PersistenceException e) {
            // A concurrent request with the same key was faster: give its answer.
            return replay(usedKey, requestHash).orElseThrow(() -> e);
        }
        metrics.counter(
                        "lockkeeper.migrations.submitted",
                        "target",
                        migration.assessment().targetName(),
                        "risk",
                        migration.assessment().report().risk().name())
                .increment();
        return accepted(stored, false);
    }

    @POST
    @Path("/lint")
    @RolesAllowed("submit")
    @Consumes(MediaType.APPLICATION_JSON)
    public String lint(@Nullable LintRequest request) {
        LintRequest asked = required(request);
        return asked.live()
                ? assessor.assess(asked.requireNothingTold().submission())
                        .report()
                        .json()
                : offline.lint(asked);
    }

    @GET
    @Path("/migrations/{id}")
    @RolesAllowed({"read", "submit"})
    public Answer migration(@PathParam("id") String id) {
        return answer(stored(id));
    }

    @GET
    @Path("/migrations/{id}/report")
    @RolesAllowed({"read", "submit"})
    public String report(@PathParam("id") String id) {
        return stored(id).report();
    }

    private MigrationStore.Stored stored(String id) {
        return MigrationId.parse(id).flatMap(migrations::find).orElseThrow(() -> Refusal.unknownMigration(id));
    }

    private Optional<Response> replay(String key, String requestHash) {
        return migrations.used(caller.credential(), key).map(used -> {
            if (!used.requestHash().equals(requestHash)) {
                throw Refusal.keyReused();
            }
            return accepted(migrations.find(used.migration()).orElseThrow(), true);
        });
    }

    private Response accepted(MigrationStore.Stored migration, boolean replayed) {
        Answer answer = answer(migration);
        Response.ResponseBuilder response =
                Response.accepted(answer).location(URI.create(answer.links().self()));
        return (replayed ? response.header("Idempotent-Replayed", "true") : response).build();
    }

    private Answer answer(MigrationStore.Stored migration) {
        return new Answer(
                migration.id().toString(),
                migration.version(),
                migration.target(),
                migration.engine(),
                migration.submitter(),
                "CLASSIFIED",
                migration.risk(),
                migration.subjectHash(),
                migration.reportHash(),
                migration.report(),
                new Links(
                        migrations.selfUrl(migration.id()),
                        migrations.planUrl(migration.id()),
                        migrations.statusUrl(migration.id())));
    }

    private String submitter(@Nullable String named) {
        if (named == null || named.isBlank() || named.equals(caller.identity())) {
            return caller.identity();
        }
        if (!caller.mayNameOthers()) {
            throw Refusal.notYourself(named);
        }
        if (!VERSION.matcher(named).matches()) {
            throw Refusal.invalid("'submitter' may have letters, digits and . _ - @ only, at most 100 characters");
        }
        return named;
    }

    private static <T> T required(@Nullable T body) {
        if (body == null) {
            throw Refusal.invalid("the body is empty; send a JSON object");
        }
        return body;
    }

    private static String validVersion(@Nullable String version) {
        if (version == null || !VERSION.matcher(version).matches()) {
            throw Refusal.invalid("'version' is missing or not 1 to 100 letters, digits, spaces and . _ + / : @ # -");
        }
        return version;
    }

    private static String validKey(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw Refusal.invalid("the header Idempotency-Key is missing or not 1 to 255 printable ASCII characters;"
                    + " send one value per migration, and the same one when you repeat the request");
        }
        return key;
    }

    private static String validDiffUrl(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return "";
        }
        try {
            URI uri = URI.create(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && url.length() <= MAX_URL) {
                return uri.toASCIIString();
            }
        } catch (IllegalArgumentException e) {
            // Refused below, with the same words.
        }
        throw Refusal.invalid("'diffUrl' is no http or https address of at most " + MAX_URL + " characters");
    }
}
