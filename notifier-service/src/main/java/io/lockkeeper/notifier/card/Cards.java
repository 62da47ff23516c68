package io.lockkeeper.notifier.card;

import io.lockkeeper.notifier.NotifierConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The doorway to cards: changes their facets and says what is known of them. Never talks to Slack. */
@ApplicationScoped
public class Cards {

    /** The classification follows a submission at once; without this pause each card would cost an edit right after its post. */
    private static final Duration CLASSIFICATION = Duration.ofSeconds(1);
    /** So does what approval-service makes of it: with it, the card is posted with its buttons. */
    private static final Duration APPROVAL = Duration.ofMillis(300);

    private final CardStore store;
    private final NotifierConfig config;
    private final Event<Changed> changes;
    private final Clock clock;

    Cards(CardStore store, NotifierConfig config, Event<Changed> changes, Clock clock) {
        this.store = store;
        this.config = config;
        this.changes = changes;
        this.clock = clock;
    }

    /** Told after the commit, so that delivery looks at once. */
    public record Changed(String migrationId) {}

    /** Where a card is and how far delivery has come. */
    public record Position(
            String migrationId,
            CardState state,
            @Nullable String channel,
            @Nullable String ts,
            long desiredRevision,
            long sentRevision,
            @Nullable Instant sentAt,
            @Nullable String fault) {}

    /**
     * Folds an event in the inbox's transaction. A new revision is wanted only when a facet changed.
     *
     * @param urgent whether people should see it before mere progress of other migrations
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(String migrationId, boolean urgent, UnaryOperator<Facets> fold) {
        Instant now = clock.instant();
        CardRow row = store.locked(migrationId, now);
        Facets before = CardStore.facets(row);
        Facets after = fold.apply(before);
        if (!after.equals(before)) {
            CardStore.save(row, before, after);
            revise(row, after, urgent, now);
        }
        // A reply may have been added although no facet changed.
        changes.fire(new Changed(migrationId));
    }

    private void revise(CardRow row, Facets after, boolean urgent, Instant now) {
        if (row.desiredRevision == row.sentRevision) {
            row.dirtySince = now;
        }
        row.desiredRevision++;
        if (urgent) {
            row.urgentRevision = row.desiredRevision;
        }
        row.live = after.run().stage().live();
        MigrationFacet migration = after.migration();
        if (migration != null) {
            row.targetChannel = channel(migration);
            row.readyAt = now.plus(pauseBeforePost(migration, after.approval()));
        }
    }

    private static Duration pauseBeforePost(MigrationFacet migration, ApprovalFacet approval) {
        if (!migration.classified()) {
            return CLASSIFICATION;
        }
        return approval.equals(ApprovalFacet.NONE) ? APPROVAL : Duration.ZERO;
    }

    private @Nullable String channel(MigrationFacet migration) {
        String channel = migration.target().channel();
        return channel.isBlank() ? config.slack().defaultChannel().orElse(null) : channel;
    }

    @Transactional
    public Optional<Position> position(String migrationId) {
        return store.row(migrationId)
                .map(row -> new Position(
                        row.migrationId,
                        CardStore.facets(row).state(),
                        row.channel,
                        row.ts,
                        row.desiredRevision,
                        row.sentRevision,
                        row.sentAt,
                        row.fault));
    }

    /** The newest facets and the revision they stand for. */
    @Transactional
    public Optional<Revision> newest(String migrationId) {
        return store.row(migrationId).map(row -> new Revision(CardStore.facets(row), row.desiredRevision));
    }

    /** Facets at one revision. */
    public record Revision(Facets facets, long number) {}
}
