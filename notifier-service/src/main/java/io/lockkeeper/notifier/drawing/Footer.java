package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.blockkit.Block;
import io.lockkeeper.notifier.blockkit.Mrkdwn;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.card.MigrationFacet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Small print: links to diff and plan, ids, policy, and when a live card was last refreshed. */
final class Footer {

    private Footer() {}

    static Block of(Facets facets, MigrationFacet migration, Instant now) {
        List<String> elements = new ArrayList<>();
        List<String> links = new ArrayList<>();
        Mrkdwn.link(migration.diffUrl(), "Diff").ifPresent(links::add);
        Mrkdwn.link(migration.planUrl(), "Plan").ifPresent(links::add);
        if (!links.isEmpty()) {
            elements.add("🔗 " + String.join(" · ", links));
        }
        elements.add("Migration " + Mrkdwn.code(facets.migrationId(), 80));
        if (!migration.subjectHash().isBlank()) {
            elements.add("Subject " + Mrkdwn.code(shortHash(migration.subjectHash()), 40));
        }
        if (!facets.approval().policy().isBlank()) {
            elements.add("Policy " + Mrkdwn.text(facets.approval().policy(), 80));
        }
        if (facets.run().stage().live()) {
            elements.add("Refreshed " + Mrkdwn.moment(now));
        }
        return new Block.Context(elements);
    }

    /** Enough to compare by eye; the whole hash is in the plan and the audit trail. */
    static String shortHash(String hash) {
        return hash.length() <= 19 ? hash : hash.substring(0, 19) + "…";
    }
}
