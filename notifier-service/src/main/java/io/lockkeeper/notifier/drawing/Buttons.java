package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.blockkit.Block;
import io.lockkeeper.notifier.blockkit.Block.Button;
import io.lockkeeper.notifier.blockkit.Block.Confirm;
import io.lockkeeper.notifier.blockkit.Block.Style;
import io.lockkeeper.notifier.blockkit.Mrkdwn;
import io.lockkeeper.notifier.card.CardState;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.card.MigrationFacet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The buttons, only while a click can change something. Their ids and value are a contract with approval-service, which
 * receives the click and decides by itself whether it counts.
 */
final class Buttons {

    static final String BLOCK = "lockkeeper_actions";
    static final String APPROVE = "lockkeeper.approve";
    static final String REJECT = "lockkeeper.reject";
    static final String DETAILS = "lockkeeper.details";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:_.-]{1,200}");
    private static final int SPOKEN = 75;
    private static final int NAME = 50;

    private Buttons() {}

    static Optional<Block> of(Facets facets, MigrationFacet migration) {
        return migration.classified()
                ? value(facets.migrationId(), migration.subjectHash()).map(value -> row(facets, migration, value))
                : Optional.empty();
    }

    private static Block row(Facets facets, MigrationFacet migration, String value) {
        List<Button> buttons = new ArrayList<>();
        if (decidable(facets, migration)) {
            buttons.add(approve(migration, value));
            buttons.add(new Button(REJECT, "Reject", spoken("Reject", migration), value, Style.DANGER, null));
        }
        buttons.add(new Button(DETAILS, "Details", spoken("Details of", migration), value, Style.PLAIN, null));
        return new Block.Actions(BLOCK, buttons);
    }

    /** Approval is asked for, and for exactly what this card shows: the topics may be apart for a moment. */
    private static boolean decidable(Facets facets, MigrationFacet migration) {
        return facets.state() == CardState.AWAITING_APPROVAL
                && facets.approval().subjectHash().equals(migration.subjectHash());
    }

    private static Button approve(MigrationFacet migration, String value) {
        String version = Mrkdwn.plain(migration.version(), NAME);
        String target = Mrkdwn.plain(migration.target().name(), NAME);
        String environment = Mrkdwn.plain(migration.target().environment(), NAME);
        Confirm confirm = new Confirm(
                "Approve " + version + "?",
                "%s risk. Version %s will run on %s (%s).".formatted(migration.risk(), version, target, environment),
                "Approve",
                "Cancel");
        return new Button(APPROVE, "Approve", spoken("Approve", migration), value, Style.PRIMARY, confirm);
    }

    private static String spoken(String verb, MigrationFacet migration) {
        return Mrkdwn.plain(
                verb + " " + migration.version() + " for " + migration.target().name(), SPOKEN);
    }

    /** JSON by hand: both are ids of ours. Anything else gets no buttons rather than a value that means something else. */
    private static Optional<String> value(String migrationId, String subjectHash) {
        boolean ours =
                ID.matcher(migrationId).matches() && ID.matcher(subjectHash).matches();
        return ours ? Optional.of("{\"m\":\"" + migrationId + "\",\"s\":\"" + subjectHash + "\"}") : Optional.empty();
    }
}
