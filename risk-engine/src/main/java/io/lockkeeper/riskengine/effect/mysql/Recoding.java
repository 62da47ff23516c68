package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;
import java.util.Set;

/** What a change of length or character set means for the bytes of a text column. */
final class Recoding {
    private Recoding() {}

    /** Whether the length that is stored with each value has no room for the new longest one, both in bytes. */
    interface Crossing {
        boolean crosses(int before, int after);
    }

    /** Of a column whose character set is not known, each that it may have counts. */
    static boolean crosses(ColumnFacts old, String type, String collation, Altered table, Crossing crossing) {
        int before = Charsets.maxBytes(Charsets.collation(old.collation(), table.collation()));
        int after = Charsets.maxBytes(collation);
        Set<Integer> candidates = before == 0 ? Set.of(1, 3, 4) : Set.of(before);
        return candidates.stream()
                .anyMatch(each -> crossing.crosses(
                        TypeWidth.bytes(old.type(), each),
                        TypeWidth.bytes(type, before == 0 || after == 0 ? each : after)));
    }

    /** Every text in the one is, byte for byte, the same text in the other. */
    static boolean widens(String before, String after) {
        return Charsets.of(before).equals("utf8mb3") && Charsets.of(after).equals("utf8mb4");
    }

    /** CONVERT gives TEXT a bigger type where its characters may become longer. */
    static boolean promotes(ColumnFacts column, String before, String after) {
        return column.type().endsWith("text") && Charsets.maxBytes(after) > Charsets.maxBytes(before);
    }
}
