package io.lockkeeper.risk.bundle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Bundles by hash; a bundle never changes. */
@ApplicationScoped
public class BundleStore implements PanacheRepositoryBase<BundleEntity, String> {

    /** Stores {@code content} under its hash unless it is there already; safe when two submissions bring the same one. */
    public void put(String hash, byte[] content, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO bundle (hash, content, stored_at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING")
                .setParameter(1, hash)
                .setParameter(2, content)
                .setParameter(3, now)
                .executeUpdate();
    }

    /** The canonical bytes of that hash. */
    public Optional<byte[]> content(String hash) {
        return findByIdOptional(hash).map(bundle -> bundle.content);
    }
}
