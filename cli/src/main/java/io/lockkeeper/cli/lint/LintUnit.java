package io.lockkeeper.cli.lint;

import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One migration to be linted.
 *
 * @param name as the caller knows it
 * @param sources text of its files by the path that statements have
 * @param shown how those paths are called outside
 * @param before what ran before it and counts as the schema
 * @param about findings about the migration as a whole that its tool gives rise to
 */
record LintUnit(
        String name,
        Plan plan,
        Map<String, String> sources,
        Map<String, String> shown,
        Optional<SourceFile> before,
        List<Finding> about) {
    LintUnit {
        sources = Map.copyOf(sources);
        shown = Map.copyOf(shown);
        about = List.copyOf(about);
    }

    /** Whole text of a file; empty where it is not known. */
    String source(String path) {
        return sources.getOrDefault(path, "");
    }

    String shown(String path) {
        return shown.getOrDefault(path, path);
    }
}
