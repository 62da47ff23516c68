package io.lockkeeper.progress;

import io.lockkeeper.edge.Problem;
import io.lockkeeper.edge.ProblemException;
import org.jspecify.annotations.Nullable;

/** The refusals of this service's HTTP doors. */
public final class Refusal {

    private Refusal() {}

    public static ProblemException unknownMigration(String id) {
        return new ProblemException(new Problem(
                404,
                "UNKNOWN_MIGRATION",
                "The migration is not known",
                "No event of a migration with the id \"" + id + "\" was heard.",
                "Check the id; a migration submitted a moment ago may take a second to appear."));
    }

    /**
     * Reads a number of the query.
     *
     * @throws ProblemException when it is no number or out of range
     */
    public static long number(String name, @Nullable String text, long least, long most, long otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new ProblemException(new Problem(
                400,
                "BAD_PARAMETER",
                "A query parameter is not usable",
                "The parameter \"" + name + "\" must be a whole number"
                        + (most == Long.MAX_VALUE
                                ? " not below " + least + "."
                                : " from " + least + " to " + most + "."),
                "Correct the parameter or leave it out."));
    }
}
