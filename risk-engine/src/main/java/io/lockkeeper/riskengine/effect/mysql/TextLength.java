package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.facts.ColumnFacts;

/** How long the longest value of a text column may be. */
public final class TextLength {
    private TextLength() {}

    /** In bytes; 0 when the character set is not known, or the type has no length of its own. */
    public static int bytes(ColumnFacts column, String tableCollation) {
        int each = Charsets.maxBytes(Charsets.collation(column.collation(), tableCollation));
        return TypeWidth.bytes(column.type(), each);
    }
}
