package io.lockkeeper.riskengine.corpus;

import java.util.Optional;

/**
 * How a MySQL or MariaDB server alters a table. A part that does not apply to a statement, or that the grammar of the
 * engine gives no way to ask for, is empty.
 *
 * @param algorithm INSTANT, INPLACE or COPY
 * @param lock the weakest that the server grants: NONE, SHARED or EXCLUSIVE
 * @param rebuild whether the rows were written anew: yes or no
 */
record AlterTruth(Optional<String> algorithm, Optional<String> lock, Optional<String> rebuild) {
    static final AlterTruth NOTHING = new AlterTruth(Optional.empty(), Optional.empty(), Optional.empty());

    static AlterTruth of(Corpus.Entry entry) {
        return new AlterTruth(entry.claim("algorithm"), entry.claim("lock"), entry.claim("rebuild"));
    }
}
