package io.lockkeeper.progress.audit;

import io.lockkeeper.progress.event.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The doorway of the audit chain. */
@ApplicationScoped
public class AuditChain {

    private final AuditStore store;

    AuditChain(AuditStore store) {
        this.store = store;
    }

    /**
     * Appends {@code told} in the caller's transaction. It waits for whoever else appends, so it belongs at the end of the
     * caller's work.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Told told) {
        store.append(Link.next(store.lockHead(), told));
    }

    @Transactional
    public Head head() {
        return store.head();
    }

    /** At most {@code limit} entries after {@code seq}, in order. */
    @Transactional
    public List<AuditEntry> after(long seq, int limit) {
        return store.after(seq, limit);
    }

    /** At most {@code limit} entries before {@code seq}, newest first; of one migration, or of all when it is empty. */
    @Transactional
    public List<AuditEntry> newestBefore(long seq, String migration, int limit) {
        return store.newestBefore(seq, migration, limit);
    }
}
