package io.lockkeeper.riskengine.corpus;

import java.util.Locale;

/** What a careful administrator says about a statement, knowing the schema, the sizes and the traffic. */
public enum Label {
    /** Would not let it run unreviewed. */
    DANGEROUS,
    /** Would let it run at any time of the day. */
    HARMLESS,
    /** It depends, and good administrators differ; not counted. */
    GREY,
    /** The server refuses it, whatever rows there are. */
    FAILS;

    static Label of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
