package io.lockkeeper.riskengine.rules;

import java.util.List;

/**
 * A rule's documentation and its tests at once.
 *
 * @param id kebab case of the class name
 * @param when which statements it flags
 * @param effect what happens
 * @param instead the safer way; empty when there is none
 * @param flagged migrations over the tests' tables that it must flag
 * @param clean migrations that it must not flag
 */
public record Card(String id, String when, String effect, String instead, List<Example> flagged, List<Example> clean) {
    public Card {
        flagged = List.copyOf(flagged);
        clean = List.copyOf(clean);
    }

    /** Where the rule's page is. */
    public String docs() {
        return "docs/rules/" + id + ".md";
    }
}
