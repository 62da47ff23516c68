package io.lockkeeper.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A resource with every kind of outcome a service's resource has. */
@Path("/door")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DoorResource {

    static final AtomicInteger SUBMITTED = new AtomicInteger();

    private final Caller caller;

    DoorResource(Caller caller) {
        this.caller = caller;
    }

    /** A body with a field of each kind. */
    public record Body(String name, int count, List<String> tags) {}

    @GET
    @RolesAllowed("read")
    public Map<String, Object> read() {
        return Map.of(
                "identity", caller.identity(),
                "credential", caller.credential(),
                "mayNameOthers", caller.mayNameOthers());
    }

    @POST
    @RolesAllowed("submit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Body submit(Body body) {
        SUBMITTED.incrementAndGet();
        return body;
    }

    @POST
    @Path("/bytes")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    public int bytes(byte[] body) {
        return body.length;
    }

    @GET
    @Path("/refused")
    @PermitAll
    public String refused() {
        throw new ProblemException(
                new Problem(409, "DOOR_LOCKED", "The door is locked", "Door 7 is locked.", "Knock."));
    }

    @GET
    @Path("/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("password=hunter2 at io.lockkeeper.secret");
    }

    @GET
    @Path("/unwritable")
    @PermitAll
    public Object unwritable() {
        return new Unwritable();
    }

    /** What Jackson cannot write: our mistake, not the caller's. */
    public static final class Unwritable {
        public String getValue() {
            throw new IllegalStateException("password=hunter2");
        }
    }
}
