package io.lockkeeper.riskengine.subject;

/**
 * A submitted file.
 *
 * @param path relative, with forward slashes, inside the bundle
 */
public record SourceFile(String path, String content) {}
