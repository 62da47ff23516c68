package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.blockkit.Mrkdwn;
import io.lockkeeper.notifier.card.CardState;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.card.MigrationFacet;

/** The last reply of a card's thread: a fresh message, because an edit notifies nobody. */
public final class Summary {

    private Summary() {}

    /** Calls the channel only when production needs people now. */
    public static String of(Facets facets) {
        MigrationFacet migration = facets.migration();
        if (migration == null) {
            throw new IllegalStateException("no summary without knowing its migration " + facets.migrationId());
        }
        String call = callsForHelp(facets, migration) ? "<!here> " : "";
        return call + "*" + Mrkdwn.text(Heading.title(migration), 150) + "*\n" + Outcome.mrkdwn(facets);
    }

    private static boolean callsForHelp(Facets facets, MigrationFacet migration) {
        CardState state = facets.state();
        return migration.target().production() && (state == CardState.FAILED || state == CardState.OUTCOME_UNKNOWN);
    }
}
