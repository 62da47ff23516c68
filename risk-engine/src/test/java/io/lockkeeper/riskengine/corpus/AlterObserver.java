package io.lockkeeper.riskengine.corpus;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs a statement on the corpus' tables and says how the server did it: it demands the cheapest algorithm with the weakest
 * lock first and goes on to dearer ones until the server agrees.
 */
final class AlterObserver {
    private static final List<String> ALGORITHMS = List.of("INSTANT", "NOCOPY", "INPLACE", "COPY");
    private static final List<String> LOCKS = List.of("NONE", "SHARED", "EXCLUSIVE");

    private final AlterShop shop;

    AlterObserver(AlterShop shop) {
        this.shop = shop;
    }

    /** @throws SQLException if the server refuses the statement as it is written */
    AlterTruth observe(String sql) throws SQLException {
        Optional<Alteration> alteration = Alteration.of(sql);
        if (alteration.filter(Alteration::demandable).isPresent()) {
            for (String algorithm : ALGORITHMS) {
                for (String lock : LOCKS) {
                    Optional<AlterTruth> truth = attempt(alteration.get(), algorithm, lock);
                    if (truth.isPresent()) {
                        return truth.get();
                    }
                }
            }
        }
        Optional<Boolean> rebuilt = run(sql, alteration);
        return new AlterTruth(Optional.empty(), Optional.empty(), rebuilt.map(AlterObserver::word));
    }

    private Optional<AlterTruth> attempt(Alteration alteration, String algorithm, String lock) throws SQLException {
        boolean unknown = !shop.mariadb() && algorithm.equals("NOCOPY");
        if (unknown || !alteration.permits(algorithm, lock)) {
            return Optional.empty();
        }
        // MySQL lets nobody demand a lock of INSTANT, which never holds up reads or writes.
        boolean lockless = !shop.mariadb() && algorithm.equals("INSTANT");
        try {
            Optional<Boolean> rebuilt =
                    run(alteration.demanding(algorithm, lockless ? "" : lock), Optional.of(alteration));
            boolean copied = rebuilt.orElse(false) && !algorithm.equals("INPLACE");
            if (copied && !algorithm.equals("COPY")) {
                // MariaDB before 11 agrees to INSTANT and copies all the same.
                return Optional.empty();
            }
            String shown = algorithm.equals("NOCOPY") ? "INPLACE" : algorithm;
            return Optional.of(new AlterTruth(Optional.of(shown), Optional.of(lock), rebuilt.map(AlterObserver::word)));
        } catch (SQLException e) {
            // The server's answer to this demand is no, or the statement is wrong as it is, which its own run will
            // show.
            return Optional.empty();
        }
    }

    /** Whether rows were written anew, if that can be said of the statement. */
    private Optional<Boolean> run(String sql, Optional<Alteration> alteration) throws SQLException {
        Map<Long, String> before;
        Map<Long, String> after;
        try (Connection connection = shop.connect()) {
            before = shop.tables(connection);
            AlterShop.run(connection, sql);
            after = alteration.isPresent() ? shop.tables(connection) : Map.of();
        }
        renew(alteration, before, after);
        return alteration.filter(altered -> !altered.empties()).map(altered -> rebuilt(altered.table(), before, after));
    }

    private void renew(Optional<Alteration> alteration, Map<Long, String> before, Map<Long, String> after)
            throws SQLException {
        if (alteration.isPresent() && tables(before).equals(tables(after))) {
            shop.renew(alteration.get().table());
        } else {
            shop.renew();
        }
    }

    private static Set<String> tables(Map<Long, String> partitions) {
        return partitions.values().stream()
                .map(name -> name.replaceAll("#.*", ""))
                .collect(Collectors.toSet());
    }

    /** Tables that only vanish were dropped, and tables that only appear were added; a copy does both. */
    private static boolean rebuilt(String table, Map<Long, String> before, Map<Long, String> after) {
        Map<Long, String> own = new TreeMap<>(before);
        own.values().removeIf(name -> !name.equals(table) && !name.startsWith(table + "#"));
        Map<Long, String> appeared = new TreeMap<>(after);
        appeared.keySet().removeAll(before.keySet());
        Map<Long, String> stayed = new TreeMap<>(own);
        stayed.keySet().retainAll(after.keySet());
        boolean vanished = stayed.size() < own.size();
        return vanished && (!appeared.isEmpty() || stayed.isEmpty());
    }

    private static String word(boolean rebuilt) {
        return rebuilt ? "yes" : "no";
    }
}
