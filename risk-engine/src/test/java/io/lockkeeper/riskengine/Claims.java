package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.PostgresFacts;
import io.lockkeeper.riskengine.facts.ServerVersion;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.StatementReport;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rules;
import io.lockkeeper.riskengine.sql.Dialect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All examples on one server: what the report says of each statement against what the server shows. Statements of one
 * example share a transaction that is rolled back; an example with statements that the server refuses inside a transaction
 * runs statement by statement on a copy ({@link Watched}).
 */
final class Claims {
    static final String HEADING = "version\texamples\tstatements\tlocks\trewrites\tscans\tdisagreements";

    private static final Set<String> KEYS =
            Set.of("add-foreign-key", "validate-constraint", "enforce-constraint", "add-column");

    private static final Set<String> DATA = Set.of("update", "delete", "insert", "select", "truncate");

    /**
     * What came out of one example.
     *
     * @param disagreements a sentence for each difference
     */
    record Verdict(Example example, List<String> disagreements) {}

    private final String version;
    private final RealShop shop;
    private final Set<String> empty = new TreeSet<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private int statements;
    private int locks;
    private int rewrites;
    private int scans;

    private Claims(String version, RealShop shop) {
        this.version = version;
        this.shop = shop;
    }

    static Claims check(String version, Path binaries) throws SQLException {
        try (RealShop shop = new RealShop(binaries)) {
            Claims claims = new Claims(version, shop);
            try (Connection connection = shop.shop()) {
                claims.findEmpty(connection);
                for (Example example : examples()) {
                    if (example.since() <= ServerVersion.of(version).major()) {
                        claims.check(example, connection);
                    }
                }
            }
            return claims;
        }
    }

    private void findEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT oid::regclass FROM pg_class WHERE relkind = 'r'"
                        + " AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) = 0")) {
            while (row.next()) {
                empty.add("public." + row.getString(1));
            }
        }
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    /** One line below {@link #HEADING}. */
    String counts() {
        long disagreements =
                verdicts.stream().filter(v -> !v.disagreements().isEmpty()).count();
        return String.join(
                "\t",
                version,
                Integer.toString(verdicts.size()),
                Integer.toString(statements),
                Integer.toString(locks),
                Integer.toString(rewrites),
                Integer.toString(scans),
                Long.toString(disagreements));
    }

    private static Set<Example> examples() {
        Set<Example> examples = new LinkedHashSet<>();
        Rules.cards(Dialect.POSTGRESQL).forEach(card -> {
            examples.addAll(card.flagged());
            examples.addAll(card.clean());
        });
        examples.addAll(Shapes.ALL);
        examples.addAll(DefinitionShapes.ALL);
        return examples;
    }

    private void check(Example example, Connection connection) throws SQLException {
        Plan plan = Shop.plan(example);
        run(connection, "SET TimeZone = 'Europe/Paris'; SET statement_timeout = '20s'");
        Report report =
                RiskEngine.assess(plan, PostgresFacts.read(connection, RiskEngine.names(plan)), Thresholds.defaults());
        List<String> disagreements = new ArrayList<>();
        boolean unread = example.sql().startsWith("DO ")
                || example.sql().startsWith("CALL ")
                || example.sql().startsWith("SELECT archive");
        if (!unread) {
            // A new value of an enum is there after the commit alone, so such statements cannot share a transaction.
            boolean commits = !example.together() && example.sql().contains("ADD VALUE");
            if (!commits && plan.statements().stream().allMatch(PlannedStatement::inTransaction)) {
                together(plan, report, connection, disagreements);
            } else {
                apart(plan, report, disagreements);
            }
        }
        verdicts.add(new Verdict(example, disagreements));
    }

    private void together(Plan plan, Report report, Connection connection, List<String> disagreements)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            Map<Long, String> names = Observation.names(connection);
            Map<String, Lock> claimed = new TreeMap<>();
            for (PlannedStatement planned : plan.statements()) {
                StatementReport statement = report.statements().get(planned.index());
                Observation before = Observation.of(connection, names);
                if (!runs(statement, connection, disagreements)) {
                    return;
                }
                compare(statement, before, Observation.of(connection, names), claimed, disagreements);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void apart(Plan plan, Report report, List<String> disagreements) throws SQLException {
        shop.copy("copy");
        try {
            for (PlannedStatement planned : plan.statements()) {
                StatementReport statement = report.statements().get(planned.index());
                try (Watched watched = new Watched(() -> shop.connect("copy"), statement)) {
                    boolean refused = !watched.refusal().isEmpty();
                    statements++;
                    if (refused != fails(statement)) {
                        disagreements.add(statement.sql() + (refused ? " fails: " + watched.refusal() : " runs"));
                    }
                    if (refused) {
                        return;
                    }
                    Map<String, Lock> claimed =
                            strong(statement, watched.before().files().keySet());
                    // Nobody is made to wait by a lock that blocks nothing, so it cannot be seen from outside.
                    claimed.values().removeIf(lock -> lock.blocks() == Blocks.NOTHING);
                    compareLocks(statement, claimed, watched.locks(), disagreements);
                    compareRewrites(statement, watched.before(), watched.after(), disagreements);
                }
            }
        } finally {
            shop.drop("copy");
        }
    }

    /** Runs it; false when the server refuses it, which the report must have said. */
    private boolean runs(StatementReport statement, Connection connection, List<String> disagreements) {
        statements++;
        if (!statement.findings().isEmpty()
                && statement.findings().stream().anyMatch(f -> f.rule().equals("unanalysable"))) {
            if (!Shapes.UNREAD.contains(statement.sql())) {
                disagreements.add(statement.sql() + " is not read: " + statement.findings());
            }
            return false;
        }
        String refusal = run(connection, statement.sql());
        if (refusal.isEmpty() == fails(statement)) {
            disagreements.add(statement.sql() + (refusal.isEmpty() ? " runs" : " fails: " + refusal));
        }
        return refusal.isEmpty() && !fails(statement);
    }

    private static boolean fails(StatementReport statement) {
        return statement.findings().stream()
                .anyMatch(finding -> finding.reason().startsWith("Will fail"));
    }

    private void compare(
            StatementReport statement,
            Observation before,
            Observation after,
            Map<String, Lock> claimed,
            List<String> disagreements) {
        strong(statement, before.files().keySet())
                .forEach((table, lock) -> claimed.merge(table, lock, Observation::stronger));
        claimed.values().removeIf(Lock.NONE::equals);
        if (!statement.sql().equals(Shapes.OF_NEW_INDEX) && !barred(statement).equals(after.barred(before))) {
            disagreements.add(statement.sql() + ": indexes closed claimed of " + barred(statement) + " but seen of "
                    + after.barred(before));
        }
        compareLocks(statement, claimed, after.locks(), disagreements);
        if (statement.operations().stream().anyMatch(o -> DATA.contains(o.kind()))) {
            return;
        }
        compareRewrites(statement, before, after, disagreements);
        for (Effect effect : statement.effects()) {
            if (after.files().containsKey(effect.table()) && scanShows(statement, effect, before.below())) {
                scans++;
                if (differs(statement, effect.scans(), after.scanned(effect.table(), before))) {
                    disagreements.add(statement.sql() + ": scan of " + effect.table() + " claimed " + effect.scans());
                }
            }
        }
    }

    /** Tables that nobody can plan a query of, although they are not locked as hard as that themselves. */
    private static Set<String> barred(StatementReport statement) {
        Set<String> barred = new TreeSet<>();
        statement.effects().stream()
                .filter(effect -> effect.blocks() == Blocks.READS_AND_WRITES && effect.lock() != Lock.ACCESS_EXCLUSIVE)
                .forEach(effect -> barred.add(effect.table()));
        return barred;
    }

    /** Never less than what is seen; more only where the shape says that the claim is the worst case. */
    private static boolean differs(StatementReport statement, boolean claimed, boolean seen) {
        return claimed != seen && !(claimed && Shapes.WORST_CASE.contains(statement.sql()));
    }

    /**
     * Nothing is read of an empty table, the planner decides how a referenced table is looked up and by what
     * index a query reads, and a partition that is
     * read is compared itself rather than as part of its parent.
     */
    private boolean scanShows(StatementReport statement, Effect effect, Map<String, List<String>> partitions) {
        boolean key = statement.operations().stream()
                .anyMatch(o -> KEYS.contains(o.kind()) && !effect.table().equals(o.object()));
        boolean below = !effect.scans()
                && statement.effects().stream()
                        .anyMatch(other -> other.scans()
                                && partitions
                                        .getOrDefault(effect.table(), List.of())
                                        .contains(other.table()));
        boolean planned = effect.lock() == Lock.ACCESS_SHARE;
        return !key && !below && !planned && !empty.contains(effect.table());
    }

    /** The claimed locks on relations that are there. */
    private static Map<String, Lock> strong(StatementReport statement, Set<String> known) {
        Map<String, Lock> claimed = new TreeMap<>();
        for (Effect effect : statement.effects()) {
            if (known.contains(effect.table())) {
                claimed.merge(effect.table(), effect.lock(), Observation::stronger);
            }
        }
        return claimed;
    }

    /** Every claimed lock must be seen, and every lock that is seen and keeps anybody out must be claimed. */
    private void compareLocks(
            StatementReport statement, Map<String, Lock> claimed, Map<String, Lock> seen, List<String> disagreements) {
        Map<String, Lock> held = new TreeMap<>(seen);
        held.entrySet().removeIf(e -> e.getValue().blocks() == Blocks.NOTHING && !claimed.containsKey(e.getKey()));
        locks += held.size();
        if (!held.equals(claimed)) {
            disagreements.add(statement.sql() + ": locks claimed " + claimed + " but seen " + held);
        }
    }

    private void compareRewrites(
            StatementReport statement, Observation before, Observation after, List<String> disagreements) {
        for (Effect effect : statement.effects()) {
            if (after.files().containsKey(effect.table())) {
                rewrites++;
                if (differs(statement, effect.rewrites(), after.rewrote(effect.table(), before))) {
                    disagreements.add(
                            statement.sql() + ": rewrite of " + effect.table() + " claimed " + effect.rewrites());
                }
            }
        }
    }

    private static String run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
