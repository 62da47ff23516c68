package io.lockkeeper.risk.bundle;

import io.lockkeeper.edge.Problem;
import io.lockkeeper.edge.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Serves bundles to the executor, which checks the hash itself. */
@Path("/v1/bundles/{hash}")
@RunOnVirtualThread
class BundleResource {

    private final BundleStore bundles;

    BundleResource(BundleStore bundles) {
        this.bundles = bundles;
    }

    @GET
    @RolesAllowed("bundles")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public byte[] bundle(@PathParam("hash") String hash) {
        return bundles.content(hash)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "UNKNOWN_BUNDLE",
                        "There is no such bundle",
                        "No bundle has the hash " + hash + ".",
                        "Bundles are stored with the migration that brought them.")));
    }
}
