package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.blockkit.Block;
import io.lockkeeper.notifier.blockkit.Mrkdwn;
import io.lockkeeper.notifier.card.ApprovalFacet;
import io.lockkeeper.notifier.card.CardState;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.card.MigrationFacet;
import io.lockkeeper.notifier.card.MigrationFacet.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The top of a card: what, where, how risky; then the facts in two columns. */
final class Heading {

    private static final int NAME = 60;
    private static final int VALUE = 90;

    private Heading() {}

    static Block header(MigrationFacet migration) {
        return new Block.Header(title(migration));
    }

    /** {@code 🔴 HIGH · 2026.11.21-1 → shop-production}, as plain text. */
    static String title(MigrationFacet migration) {
        String risk = migration.classified() ? migration.risk().label() : "⚪ CLASSIFYING";
        return risk + " · " + Mrkdwn.plain(migration.version(), NAME) + " → "
                + Mrkdwn.plain(migration.target().name(), NAME);
    }

    static Block fields(Facets facets, MigrationFacet migration) {
        CardState state = facets.state();
        Target target = migration.target();
        List<String> fields = new ArrayList<>();
        fields.add(field("State", state.glyph() + " " + state.words()));
        fields.add(field("Submitter", submitter(migration)));
        fields.add(field("Engine", engine(migration)));
        fields.add(field("Environment", Mrkdwn.text(target.environment(), VALUE)));
        fields.add(field("Approvals", approvals(facets.approval(), migration)));
        fields.add(field("Statements", migration.classified() ? Human.count(migration.statementCount()) : "…"));
        if (!target.owner().isBlank()) {
            fields.add(field("Owner", Mrkdwn.text(target.owner(), VALUE)));
        }
        Instant expires = facets.approval().expiresAt();
        if (state == CardState.AWAITING_APPROVAL && expires != null) {
            fields.add(field("Expires", Mrkdwn.moment(expires)));
        }
        return new Block.Fields(fields);
    }

    private static String field(String label, String value) {
        return "*" + label + "*\n" + (value.isBlank() ? "–" : value);
    }

    private static String submitter(MigrationFacet migration) {
        String name = Mrkdwn.text(migration.submitter(), VALUE);
        boolean spokenFor =
                !migration.credential().isBlank() && !migration.credential().equals(migration.submitter());
        return spokenFor ? name + " (by " + Mrkdwn.text(migration.credential(), VALUE) + ")" : name;
    }

    private static String engine(MigrationFacet migration) {
        Target target = migration.target();
        String database = (target.databaseEngine() + " " + target.databaseVersion()).strip();
        String engine = Mrkdwn.text(migration.engine(), VALUE);
        return database.isEmpty() ? engine : engine + " on " + Mrkdwn.text(database, VALUE);
    }

    /** {@code 0 of 1 from dba}; nothing is claimed before approval-service has said what it asks for. */
    static String approvals(ApprovalFacet approval, MigrationFacet migration) {
        if (approval.stage() == ApprovalFacet.Stage.NONE) {
            return "not asked for yet";
        }
        if (approval.needed() == 0 && approval.given().isEmpty()) {
            return "none needed";
        }
        String group = approval.group().isBlank() ? migration.target().approverGroup() : approval.group();
        String count = approval.approvals() + " of " + approval.needed();
        return group.isBlank() ? count : count + " from " + Mrkdwn.text(group, VALUE);
    }
}
