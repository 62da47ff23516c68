package io.lockkeeper.progress.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lockkeeper.edge.Problem;
import io.lockkeeper.edge.ProblemException;
import io.lockkeeper.progress.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/audit} and {@code GET /v1/audit/verification}. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("read")
@RunOnVirtualThread
public class AuditResource {

    private static final int MOST = 1000;
    private static final int USUAL = 100;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final AuditChain chain;
    private final AuditVerifications verifications;

    AuditResource(AuditChain chain, AuditVerifications verifications) {
        this.chain = chain;
        this.verifications = verifications;
    }

    /**
     * Part of the chain. The head is read after the entries, so it never counts fewer than were there.
     *
     * @param form how entries are hashed
     */
    public record Page(String form, List<Entry> entries, Head head) {}

    /** All that is hashed, ready to be hashed again: {@code payload} is Base64, everything else is the exact text. */
    public record Entry(
            long seq,
            String eventId,
            String type,
            String topic,
            String migrationId,
            String occurredAt,
            String payload,
            String body,
            String prevHash,
            String hash) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verification(
            boolean intact, long entries, String head, Verdict.@Nullable Break firstBroken, Instant verifiedAt) {}

    @GET
    public Page entries(@RestQuery @Nullable String after, @RestQuery @Nullable String limit) {
        long from = Refusal.number("after", after, 0, Long.MAX_VALUE, 0);
        int count = (int) Refusal.number("limit", limit, 1, MOST, USUAL);
        List<Entry> entries =
                chain.after(from, count).stream().map(AuditResource::entry).toList();
        return new Page(AuditHash.FORM, entries, chain.head());
    }

    /** @param rememberedEntries and {@code rememberedHead}: a head seen earlier, which must still be in the chain */
    @GET
    @Path("verification")
    public Verification verification(
            @RestQuery @Nullable String rememberedEntries, @RestQuery @Nullable String rememberedHead) {
        long entries = Refusal.number("rememberedEntries", rememberedEntries, 1, Long.MAX_VALUE, 0);
        boolean hash = rememberedHead != null && HASH.matcher(rememberedHead).matches();
        if ((entries > 0) != hash || (rememberedHead != null && !hash)) {
            throw new ProblemException(new Problem(
                    400,
                    "BAD_PARAMETER",
                    "A query parameter is not usable",
                    "rememberedEntries and rememberedHead (64 lower-case hex digits) belong together.",
                    "Give both as an earlier verification answered them, or none."));
        }
        Verdict verdict = rememberedHead == null
                ? verifications.verify()
                : verifications.verify(new Head(entries, rememberedHead));
        return new Verification(
                verdict.intact(), verdict.entries(), verdict.head(), verdict.firstBroken(), verdict.verifiedAt());
    }

    private static Entry entry(AuditEntry entry) {
        return new Entry(
                entry.seq(),
                entry.eventId().toString(),
                entry.type(),
                entry.topic(),
                entry.migration(),
                entry.time().toString(),
                Base64.getEncoder().encodeToString(entry.payload()),
                entry.body(),
                entry.prevHash(),
                entry.hash());
    }
}
