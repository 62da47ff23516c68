package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import io.lockkeeper.riskengine.refusal.PlanRefused;
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

    /** One way to read a statement. */
    interface Reading {
        List<Operation> of(String sql) throws PlanRefused;
    }

    /** As it was read before, else as it is read now; what cannot be read is unreadable, and remembered if it stays so. */
    List<Operation> read(String sql, Reading reading) {
        Optional<List<Operation>> known = of(sql);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            List<Operation> operations = reading.of(sql);
            keep(sql, operations);
            return operations;
        } catch (Unsure e) {
            List<Operation> unreadable = unreadable(e.reason());
            if (e.lasting()) {
                keep(sql, unreadable);
            }
            return unreadable;
        } catch (PlanRefused e) {
            return unreadable("its text is broken: " + e.getMessage());
        } catch (StackOverflowError e) {
            return unreadable("it is nested too deeply");
        } catch (RuntimeException e) {
            return unreadable("reading it failed with " + e.getClass().getSimpleName());
        }
    }

    private static List<Operation> unreadable(String reason) {
        return List.of(new Unreadable(reason));
    }

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
