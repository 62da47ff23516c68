package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import io.lockkeeper.cli.TextInput;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.Planner;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A changelog and everything it may include: the files of its folder, or of {@code --base}. */
final class LiquibaseFiles {
    private static final Set<String> KINDS = Set.of("xml", "yaml", "yml", "json", "sql", "csv");

    private LiquibaseFiles() {}

    static LintUnit unit(String name, @Nullable Path base, Dialect dialect) throws PlanRefused {
        if (name.equals("-")) {
            throw new Unusable("a changelog must be a file, because it may include others");
        }
        Path entry = Path.of(name).toAbsolutePath().normalize();
        Path root = base == null ? entry.getParent() : base.toAbsolutePath().normalize();
        if (root == null || !entry.startsWith(root)) {
            throw new Unusable(name + " lies outside of --base " + base);
        }
        Map<String, String> shown = new HashMap<>();
        Map<String, String> sources = new HashMap<>();
        List<SourceFile> files = files(root, entry, base != null);
        for (SourceFile file : files) {
            sources.put(file.path(), file.content());
            shown.put(file.path(), file.path().equals(slashed(root, entry)) ? name : shown(name, file.path(), base));
        }
        try {
            Bundle bundle = Bundle.of(Engine.LIQUIBASE, Options.defaults(), slashed(root, entry), files);
            Plan plan = Planner.plan(bundle, dialect, Set.of()).runElsewhere();
            return new LintUnit(name, plan, sources, shown, Optional.empty(), List.of());
        } catch (PlanRefused refused) {
            String path = refused.file();
            throw path == null ? refused.in(name) : refused.in(shown.getOrDefault(path, path));
        }
    }

    private static String shown(String name, String path, @Nullable Path base) {
        Path folder = base == null ? Path.of(name).getParent() : base;
        return folder == null ? path : folder.resolve(path).toString();
    }

    private static List<SourceFile> files(Path root, Path entry, boolean all) {
        try (Stream<Path> walk = Files.walk(root, all ? Integer.MAX_VALUE : 8)) {
            return walk.filter(Files::isRegularFile)
                    .filter(path -> path.equals(entry) || KINDS.contains(extension(path)))
                    .filter(path -> !hidden(root.relativize(path)))
                    .map(path -> new SourceFile(slashed(root, path), TextInput.read(path.toString(), path)))
                    .toList();
        } catch (IOException e) {
            throw new Unusable("could not read the folder " + root);
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String slashed(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
