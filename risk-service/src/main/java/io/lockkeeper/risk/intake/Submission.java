package io.lockkeeper.risk.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What CI sends: the body of {@code POST /v1/migrations}, and most of that of {@code POST /v1/lint}.
 *
 * @param version the submitter's own version, at most 100 characters; not needed for a lint
 * @param target name of a configured target
 * @param engine {@code native} or {@code liquibase}
 * @param options how to run it; defaults where absent
 * @param submitter the person behind the change; only a credential that may speak for others can name one
 * @param entry the changelog to start from; for Liquibase only
 * @param files the change itself; for native in the order of execution
 * @param diffUrl where a person reads the change
 */
record Submission(
        @Nullable String version,
        @Nullable String target,
        @Nullable String engine,
        @Nullable Options options,
        @Nullable String submitter,
        @Nullable String entry,
        @Nullable List<File> files,
        @Nullable String diffUrl) {

    record Options(
            @Nullable String transaction,
            @Nullable String lockTimeout,
            @Nullable Integer lockRetries) {}

    record File(
            @JsonProperty(required = true) @Nullable String path,
            @JsonProperty(required = true) @Nullable String content) {

        SourceFile toSource() {
            if (path == null || path.isBlank() || content == null) {
                throw Refusal.invalid("every file needs a path and a content");
            }
            return new SourceFile(path, content);
        }
    }
}
