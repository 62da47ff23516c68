package io.lockkeeper.riskengine.corpus;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one statement did on a server to the tables and materialized views that were there before it.
 *
 * @param locks strongest lock per table, by its words, if stronger than ROW EXCLUSIVE
 * @param rewrites whose storage was written anew; a truncation is none
 * @param scans whose rows were read one after the other
 */
record Truth(Map<String, String> locks, Set<String> rewrites, Set<String> scans) {
    Truth {
        locks = new TreeMap<>(locks);
        rewrites = new TreeSet<>(rewrites);
        scans = new TreeSet<>(scans);
    }

    static Truth of(Corpus.Entry entry) {
        return new Truth(
                names(entry.claim("lock"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
                names(entry.claim("rewrite")).collect(Collectors.toSet()),
                names(entry.claim("scan")).collect(Collectors.toSet()));
    }

    private static Stream<String> names(Optional<String> claim) {
        return claim.stream().flatMap(list -> Stream.of(list.split(",\\s*")));
    }
}
