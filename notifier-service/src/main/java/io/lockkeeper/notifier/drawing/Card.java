package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.blockkit.Block;
import io.lockkeeper.notifier.card.CardState;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.card.MigrationFacet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One migration's message: blocks for eyes, text for notifications and screen readers (which read nothing else).
 *
 * @param text never blank, at most {@value SpokenText#LIMIT} characters
 * @param blocks empty in the plainest form
 */
public record Card(String text, List<Block> blocks) {

    /**
     * Readable characters of all blocks together. Slack refuses a message somewhere above 11,000 ("msg_blocks_too_long") and
     * publishes no formula, so we stay well below.
     */
    public static final int TOTAL = 9_000;

    /** The statements get what the other blocks leave, and never less than this. */
    private static final int LEAST_FOR_STATEMENTS = 1_500;

    public Card {
        blocks = List.copyOf(blocks);
    }

    /** How much of a card is drawn: Slack refused the fuller forms when a lesser one is used. */
    public enum Form {
        FULL,
        /** Text and buttons only. */
        SHORT,
        /** No blocks at all. */
        TEXT;

        public Form lesser() {
            return this == FULL ? SHORT : TEXT;
        }
    }

    /** The card of a migration that topic migration has told of. */
    public static Card of(Facets facets, Form form, Instant now) {
        MigrationFacet migration = facets.migration();
        if (migration == null) {
            throw new IllegalStateException("no card without knowing its migration " + facets.migrationId());
        }
        String text = SpokenText.of(facets, migration);
        return switch (form) {
            case FULL -> new Card(text, full(facets, migration, now));
            case SHORT -> new Card(text, shortened(facets, migration, text));
            case TEXT -> new Card(text, List.of());
        };
    }

    private static List<Block> full(Facets facets, MigrationFacet migration, Instant now) {
        CardState state = facets.state();
        List<Block> top = new ArrayList<>();
        top.add(Heading.header(migration));
        top.add(Heading.fields(facets, migration));
        if (state.ended()) {
            top.add(new Block.Section(Outcome.mrkdwn(facets)));
        }
        if (facets.run().stage().live()) {
            top.add(new Block.Section(LiveProgress.mrkdwn(facets, now)));
        }
        WindowNote.of(facets).ifPresent(note -> top.add(new Block.Section(note)));
        List<Block> bottom = new ArrayList<>();
        bottom.add(Footer.of(facets, migration, now));
        Buttons.of(facets, migration).ifPresent(bottom::add);
        int left = TOTAL - length(top) - length(bottom);
        List<Block> all = new ArrayList<>(top);
        all.addAll(Statements.of(migration, Math.max(LEAST_FOR_STATEMENTS, left)));
        all.addAll(bottom);
        return all;
    }

    private static List<Block> shortened(Facets facets, MigrationFacet migration, String text) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Section(text));
        Buttons.of(facets, migration).ifPresent(blocks::add);
        return blocks;
    }

    private static int length(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::length).sum();
    }
}
