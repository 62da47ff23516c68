package io.lockkeeper.riskengine.operation;

import java.util.List;

/**
 * What a view is made of, in words that two spellings of the same share.
 *
 * @param items what it selects, in order
 * @param rest where from, which rows, how grouped and sorted
 */
public record ViewQuery(List<String> items, String rest) {
    public ViewQuery {
        items = List.copyOf(items);
    }

    /** The other gives the same rows with the same values, and perhaps further columns. */
    public boolean keptBy(ViewQuery other) {
        return rest.equals(other.rest)
                && other.items.size() >= items.size()
                && other.items.subList(0, items.size()).equals(items);
    }
}
