package io.lockkeeper.riskengine.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The submitted files and how to run them; content-addressed by {@link #hash()}.
 *
 * @param entry the changelog's path for Liquibase; null for native
 * @param files in running order for native, sorted by path for Liquibase
 * @param judgedBy {@code Yardstick.json()} of intake; null when that is the default one. In here, so that who judges again
 *     before the run takes the very same, and cannot take another
 */
public record Bundle(
        Engine engine,
        Options options,
        @Nullable String entry,
        List<SourceFile> files,
        @Nullable JsonNode judgedBy) {
    /** Most files one bundle may hold. */
    public static final int MAX_FILES = 1_000;

    public Bundle {
        files = List.copyOf(files);
    }

    /** The same, judged by that. */
    public Bundle judgedBy(@Nullable JsonNode yardstick) {
        return new Bundle(engine, options, entry, files, yardstick);
    }

    /** Checks paths and entry, and puts the files in their order. */
    public static Bundle of(Engine engine, Options options, @Nullable String entry, List<SourceFile> files)
            throws PlanRefused {
        if (files.isEmpty()) {
            throw new PlanRefused(
                    RefusalCode.EMPTY_SQL,
                    null,
                    0,
                    "No file was submitted",
                    "Submit at least one file with statements.");
        }
        if (files.size() > MAX_FILES) {
            throw new PlanRefused(
                    RefusalCode.TOO_LARGE,
                    null,
                    0,
                    files.size() + " files were submitted, more than " + MAX_FILES,
                    "Split the migration.");
        }
        checkPaths(files);
        if (engine == Engine.NATIVE) {
            refuseEntry(entry);
            return new Bundle(engine, options, null, files, null);
        }
        List<SourceFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(SourceFile::path));
        return new Bundle(engine, options, requireEntry(entry, files), sorted, null);
    }

    /** The canonical JSON that {@link #hash()} is over. */
    public byte[] bytes() {
        Map<String, Object> map = new TreeMap<>();
        map.put("engine", engine.id());
        map.put("options", options.canonical());
        if (entry != null) {
            map.put("entry", entry);
        }
        if (judgedBy != null) {
            map.put("judgedBy", judgedBy);
        }
        map.put(
                "files",
                files.stream()
                        .map(file -> Map.of("path", file.path(), "content", file.content()))
                        .toList());
        return CanonicalJson.bytes(map);
    }

    /** {@code sha256:<hex>}. */
    public String hash() {
        return CanonicalJson.sha256(bytes());
    }

    /**
     * Reads what {@link #bytes()} wrote.
     *
     * @param hash what the bytes must hash to
     * @return empty when the bytes are not the bundle of that hash: they are then not to be used for anything
     */
    public static Optional<Bundle> read(byte[] bytes, String hash) {
        if (!CanonicalJson.sha256(bytes).equals(hash)) {
            return Optional.empty();
        }
        try {
            JsonNode json = CanonicalJson.parse(bytes);
            JsonNode options = json.required("options");
            List<SourceFile> files = new ArrayList<>();
            json.required("files")
                    .forEach(file -> files.add(new SourceFile(
                            file.required("path").asText(),
                            file.required("content").asText())));
            Bundle read = Bundle.of(
                    Engine.of(json.required("engine").asText()),
                    Options.of(
                            options.required("transaction").asText(),
                            options.required("lockTimeout").asText(),
                            options.required("lockRetries").asInt()),
                    json.hasNonNull("entry") ? json.required("entry").asText() : null,
                    files);
            return Optional.of(read.judgedBy(json.get("judgedBy")));
        } catch (IOException | IllegalArgumentException | PlanRefused e) {
            return Optional.empty();
        }
    }

    private static void checkPaths(List<SourceFile> files) throws PlanRefused {
        Set<String> seen = new HashSet<>();
        for (SourceFile file : files) {
            String path = file.path();
            if (path.isBlank() || path.length() > 500 || leavesBundle(path)) {
                throw badPath(path, "is not a relative path inside the bundle");
            }
            if (!seen.add(path)) {
                throw badPath(path, "was submitted twice");
            }
        }
    }

    private static boolean leavesBundle(String path) {
        if (path.startsWith("/")
                || path.contains("\\")
                || path.contains(":")
                || path.chars().anyMatch(c -> c < 0x20)) {
            return true;
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static PlanRefused badPath(String path, String why) {
        return new PlanRefused(
                RefusalCode.BAD_PATH,
                null,
                0,
                "The path '" + (path.length() > 100 ? path.substring(0, 100) + "…" : path) + "' " + why,
                "Name each file once, relative, with forward slashes and without '..'.");
    }

    private static void refuseEntry(@Nullable String entry) throws PlanRefused {
        if (entry != null) {
            throw new PlanRefused(
                    RefusalCode.BAD_ENTRY,
                    entry,
                    0,
                    "An entry is only for Liquibase",
                    "Leave 'entry' out: native scripts run in the order given.");
        }
    }

    private static String requireEntry(@Nullable String entry, List<SourceFile> files) throws PlanRefused {
        if (entry != null && files.stream().anyMatch(file -> file.path().equals(entry))) {
            return entry;
        }
        throw new PlanRefused(
                RefusalCode.BAD_ENTRY,
                entry,
                0,
                entry == null ? "The changelog to start from is not named" : "The entry is not among the files",
                "Set 'entry' to the path of the changelog among the submitted files.");
    }
}
