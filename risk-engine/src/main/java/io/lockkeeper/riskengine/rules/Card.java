package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;

/**
 * A rule's documentation and its tests at once.
 *
 * @param id kebab case of the class name
 * @param when which statements it flags
 * @param effect what happens
 * @param instead the safer way; empty when there is none
 * @param mariadb the safer way on MariaDB, where that is another one; empty when it is the same
 * @param flagged migrations over the tests' tables that it must flag
 * @param clean migrations that it must not flag
 * @param peers what other linters call the same thing, such as {@code squawk: ban-drop-table}; empty when none has it
 */
public record Card(
        String id,
        String when,
        String effect,
        String instead,
        String mariadb,
        List<Example> flagged,
        List<Example> clean,
        List<String> peers) {
    public Card {
        flagged = List.copyOf(flagged);
        clean = List.copyOf(clean);
        peers = List.copyOf(peers);
    }

    public Card(String id, String when, String effect, String instead, List<Example> flagged, List<Example> clean) {
        this(id, when, effect, instead, "", flagged, clean, List.of());
    }

    /** The same with the names that other linters have for it. */
    public Card peers(String... names) {
        return new Card(id, when, effect, instead, mariadb, flagged, clean, List.of(names));
    }

    /** The same with another safer way on MariaDB. */
    public Card onMariadb(String way) {
        return new Card(id, when, effect, instead, way, flagged, clean, peers);
    }

    public Finding finding(Risk risk, String reason) {
        return new Finding(id, risk, reason, instead, docs());
    }

    /** The same with the safer way of the dialect. */
    public Finding finding(Risk risk, String reason, Dialect dialect) {
        boolean other = dialect == Dialect.MARIADB && !mariadb.isEmpty();
        return new Finding(id, risk, reason, other ? mariadb : instead, docs());
    }

    /** Where the rule's page is. */
    public String docs() {
        return "docs/rules/" + id + ".md";
    }
}
