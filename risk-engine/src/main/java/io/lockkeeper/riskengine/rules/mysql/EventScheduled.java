package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.mysql.MysqlEffects;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.ScheduleEvent;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Rules;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something runs by itself from now on, and nobody watches. */
public final class EventScheduled implements Rule {
    private static final Card CARD = new Card(
            "mysql-event-scheduled",
            "CREATE EVENT, and ALTER EVENT with a new body, unless it says DISABLE: as grave as its body run now, MEDIUM at least.",
            "The body runs again and again without review or limit, on tables that grow.",
            "Create it with DISABLE, run its body by hand and measure it; bound each run by LIMIT; enable it when somebody watches.",
            List.of(
                    Example.of("CREATE EVENT tidy ON SCHEDULE EVERY 1 HOUR DO DELETE FROM orders WHERE total = 0"),
                    Example.of(
                            "CREATE EVENT one ON SCHEDULE EVERY 1 DAY DO UPDATE items SET label = 'x' WHERE id = 1")),
            List.of(
                    Example.of(
                            "CREATE EVENT tidy ON SCHEDULE EVERY 1 HOUR ON COMPLETION PRESERVE DISABLE DO DELETE FROM orders")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof ScheduleEvent event)) {
            return Optional.empty();
        }
        Optional<Finding> gravest = event.body().stream()
                .flatMap(o -> findings(o, event.body(), situation))
                .max(Comparator.comparing(Finding::risk));
        Risk risk = gravest.map(Finding::risk).orElse(Risk.LOW).max(Risk.MEDIUM);
        String each = gravest.map(f -> " Each time: " + f.reason()).orElse("");
        return Optional.of(
                situation.finding(CARD, risk, "The event " + event.object() + " runs by itself from now on." + each));
    }

    /** The server does not look at the body before it runs, so that nothing in it makes this statement fail. */
    private static Stream<Finding> findings(Operation operation, List<Operation> body, Situation situation) {
        Situation run = new Situation(
                situation.statement(),
                body,
                MysqlEffects.of(operation, body, situation.facts()),
                situation.facts(),
                situation.held(),
                situation.elsewhere(),
                situation.thresholds());
        return Rules.of(situation.facts().dialect()).stream()
                .filter(rule -> !(rule instanceof WillFail))
                .flatMap(rule -> rule.check(operation, run).stream());
    }
}
