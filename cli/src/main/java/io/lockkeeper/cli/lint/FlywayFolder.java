package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import io.lockkeeper.cli.TextInput;
import io.lockkeeper.riskengine.plan.FlywayScripts;
import io.lockkeeper.riskengine.plan.ScriptPlan;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of Flyway scripts, or one of them, as one migration. */
final class FlywayFolder {
    private FlywayFolder() {}

    static LintUnit unit(String name, boolean folder, String text, Dialect dialect, @Nullable String applied)
            throws PlanRefused {
        List<SourceFile> files = folder ? files(Path.of(name)) : one(name, text);
        FlywayScripts scripts = FlywayScripts.of(files, dialect, applied);
        if (scripts.parts().isEmpty()) {
            throw new Unusable(
                    name + " holds no script that would run: V<version>__<description>.sql or R__<description>.sql"
                            + (scripts.before().isEmpty() ? "" : ", newer than what has run"));
        }
        Map<String, String> sources = new HashMap<>();
        scripts.parts()
                .forEach(part -> sources.put(part.file().path(), part.file().content()));
        return new LintUnit(
                name,
                ScriptPlan.of(dialect, scripts.parts()),
                sources,
                Map.of(),
                before(scripts.before()),
                scripts.findings());
    }

    private static Optional<SourceFile> before(List<SourceFile> scripts) {
        return scripts.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceFile(
                        scripts.getLast().path(),
                        scripts.stream().map(SourceFile::content).collect(Collectors.joining("\n;\n"))));
    }

    /** With the settings beside it, which say whether it runs in a transaction. */
    private static List<SourceFile> one(String name, String text) {
        List<SourceFile> files = new ArrayList<>();
        String path = FlywayScripts.named(Path.of(name).getFileName().toString()) ? name : "V1__" + name;
        files.add(new SourceFile(path, text));
        Path settings = Path.of(name + ".conf");
        if (Files.isRegularFile(settings)) {
            files.add(new SourceFile(path + ".conf", TextInput.read(settings.toString(), settings)));
        }
        return files;
    }

    private static List<SourceFile> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> FlywayScripts.named(path.getFileName().toString()))
                    .sorted()
                    .map(path -> new SourceFile(
                            path.toString(),
                            path.toString().endsWith(".java") ? "" : TextInput.read(path.toString(), path)))
                    .toList();
        } catch (IOException e) {
            throw new Unusable("could not read the folder " + folder);
        }
    }
}
