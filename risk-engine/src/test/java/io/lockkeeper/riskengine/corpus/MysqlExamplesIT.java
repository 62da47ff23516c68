package io.lockkeeper.riskengine.corpus;

import io.lockkeeper.riskengine.MysqlShop;
import io.lockkeeper.riskengine.RealMysqls;
import io.lockkeeper.riskengine.RealMysqls.Named;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.MysqlFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.ScriptPlan;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.StatementReport;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rules;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples on the cards of MySQL's rules, on every server: what is said to fail is refused, everything else runs, and
 * algorithm, lock and rebuild of what alters a table are what the server grants.
 */
class MysqlExamplesIT {
    private static final Set<String> SHARED =
            Rules.cards(Dialect.POSTGRESQL).stream().map(card -> card.id()).collect(Collectors.toSet());

    static Stream<Named> servers() {
        return RealMysqls.all().stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void claimsAreTrue(Named server) throws SQLException, PlanRefused {
        // given
        AlterShop shop = new AlterShop(server.server(), MysqlShop.SCHEMA);
        AlterObserver observer = new AlterObserver(shop);
        List<String> wrong = new ArrayList<>();
        int compared = 0;

        // when
        for (String sql : statements()) {
            StatementReport report = assess(sql, server, shop);
            boolean said = report.findings().stream().anyMatch(f -> f.reason().startsWith("Will fail"));
            Optional<AlterTruth> truth = observed(observer, sql);
            if (said == truth.isPresent()) {
                wrong.add((said ? "said to fail, but accepted: " : "refused: ") + sql);
            }
            if (!said && truth.isPresent() && truth.get().algorithm().isPresent()) {
                compared++;
                AlterTruth claim = claim(report);
                if (!claim.equals(truth.get())) {
                    wrong.add(sql + ": " + claim + ", but " + truth.get());
                }
            }
        }

        // then
        System.out.printf("EXAMPLES on %s: %d compared%n", server, compared);
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(30);
    }

    /** Single statements: what several do together is a matter of the reports alone. */
    private static List<String> statements() {
        return Rules.cards(Dialect.MYSQL).stream()
                .filter(card -> !SHARED.contains(card.id()))
                .flatMap(card -> Stream.concat(card.flagged().stream(), card.clean().stream()))
                .map(Example::sql)
                .filter(sql -> !sql.contains(";") && !sql.startsWith("SET GLOBAL"))
                .distinct()
                .toList();
    }

    private static StatementReport assess(String sql, Named server, AlterShop shop) throws SQLException, PlanRefused {
        Dialect dialect = server.mariadb() ? Dialect.MARIADB : Dialect.MYSQL;
        Plan plan =
                ScriptPlan.of(dialect, List.of(new ScriptPlan.Part(new SourceFile("a.sql", sql + ";"), false, null)));
        try (Connection connection = shop.connect()) {
            TargetFacts facts = MysqlFacts.read(connection, RiskEngine.names(plan));
            return RiskEngine.assess(plan, facts, Thresholds.defaults())
                    .statements()
                    .getFirst();
        }
    }

    /** Empty when the server refuses it. */
    private static Optional<AlterTruth> observed(AlterObserver observer, String sql) {
        try {
            return Optional.of(observer.observe(sql));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static AlterTruth claim(StatementReport report) {
        Effect effect = report.effects().getFirst();
        return new AlterTruth(
                Optional.ofNullable(effect.algorithm()).map(Enum::name),
                Optional.of(effect.lock().words()),
                Optional.of(effect.rewrites() ? "yes" : "no"));
    }
}
