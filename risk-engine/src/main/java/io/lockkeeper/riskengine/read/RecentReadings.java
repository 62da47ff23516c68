package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements read last. A migration's are read when its names are asked for, again when it is assessed, and again by
 * whoever submits it once more. Bounded by characters, so that a whole plan fits.
 */
final class RecentReadings {
    private static final int MAX_CHARACTERS = 2 << 20;
    private static final int MAX_ENTRY_CHARACTERS = MAX_CHARACTERS / 8;

    private final Map<String, List<Operation>> byText = new LinkedHashMap<>(64, 0.75f, true);
    private int characters;

    synchronized Optional<List<Operation>> of(String sql) {
        return Optional.ofNullable(byText.get(sql));
    }

    synchronized void keep(String sql, List<Operation> operations) {
        if (sql.length() > MAX_ENTRY_CHARACTERS || byText.put(sql, operations) != null) {
            return;
        }
        characters += sql.length();
        Iterator<String> oldest = byText.keySet().iterator();
        while (characters > MAX_CHARACTERS) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }
}
