package io.lockkeeper.riskengine.corpus;

import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.FactsFile;
import io.lockkeeper.riskengine.facts.GivenFacts;
import io.lockkeeper.riskengine.facts.SchemaFile;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.ScriptPlan;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One statement of a corpus and what the classifier says of it, told the corpus' schema and sizes.
 *
 * @param report empty when the text was refused
 */
record Judged(Corpus.Entry entry, GivenFacts target, Optional<Report> report) {
    /** Every entry, each as a migration of its own. */
    static List<Judged> all(String engine, String corpus) {
        Map<String, GivenFacts> targets = new HashMap<>();
        return Corpus.of(engine, corpus).entries().stream()
                .map(entry -> {
                    String target = entry.claim("engine").orElse("postgresql 17");
                    return of(entry, targets.computeIfAbsent(target, t -> target(engine, t)));
                })
                .toList();
    }

    /** The same entry with another text, judged anew. */
    Judged with(String sql) {
        return of(new Corpus.Entry(entry.id(), entry.label(), entry.why(), entry.claims(), sql), target);
    }

    /** Refused counts as HIGH: nobody can run it through Lockkeeper. */
    Risk risk() {
        return report.map(Report::risk).orElse(Risk.HIGH);
    }

    /** The rule that decided, and why, for a person who reads a failing test. */
    String why() {
        return report.map(r -> r.statements().stream()
                        .flatMap(s -> s.findings().stream())
                        .filter(finding -> finding.risk() == risk())
                        .findFirst()
                        .map(finding -> finding.rule() + ": " + finding.reason())
                        .orElse("by its effects"))
                .orElse("refused");
    }

    @Override
    public String toString() {
        return risk() + " " + entry + "\n    label " + entry.label() + ": " + entry.why() + "\n    " + why();
    }

    private static GivenFacts target(String engine, String target) {
        String[] words = target.split(" ");
        try {
            Dialect dialect = Dialect.of(words[0]);
            SchemaFile schema = SchemaFile.read(
                    new SourceFile("schema.sql", Corpus.text(engine, "schema.sql")),
                    dialect,
                    words[1],
                    sql -> RiskEngine.reader(dialect).read(sql));
            return new GivenFacts(
                    dialect,
                    words[1],
                    Optional.of(schema),
                    Optional.of(FactsFile.parse(Corpus.text(engine, "facts.json"))));
        } catch (PlanRefused e) {
            throw new IllegalStateException("the corpus of " + engine + " has no target", e);
        }
    }

    private static Judged of(Corpus.Entry entry, GivenFacts target) {
        try {
            Plan plan = ScriptPlan.of(
                    target.dialect(),
                    List.of(new ScriptPlan.Part(new SourceFile(entry.id() + ".sql", entry.sql()), false, null)));
            Report report = RiskEngine.assess(plan, target.of(RiskEngine.names(plan)), Thresholds.defaults());
            return new Judged(entry, target, Optional.of(report));
        } catch (PlanRefused e) {
            return new Judged(entry, target, Optional.empty());
        }
    }
}
