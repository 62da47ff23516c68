package io.lockkeeper.executor.engine.liquibase;

import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;

/** The bundle's files, from memory, and nothing else: Liquibase reaches neither the file system nor the class path nor the network. */
final class BundleFiles extends AbstractResourceAccessor {

    private final Map<String, Resource> files = new TreeMap<>();

    BundleFiles(Bundle bundle) {
        for (SourceFile file : bundle.files()) {
            files.put(file.path(), new InMemory(file.path(), file.content().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        String wanted = normalised(path);
        String folder = wanted.isEmpty() || wanted.endsWith("/") ? wanted : wanted + "/";
        return files.entrySet().stream()
                .filter(file -> within(file.getKey(), folder, recursive))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public List<Resource> getAll(String path) {
        Resource file = files.get(normalised(path));
        return file == null ? List.of() : List.of(file);
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the submitted bundle");
    }

    @Override
    public void close() {}

    private static boolean within(String path, String folder, boolean recursive) {
        return path.startsWith(folder) && (recursive || path.indexOf('/', folder.length()) < 0);
    }

    /** Without scheme, leading slash, {@code .} and {@code ..}. */
    private static String normalised(String path) {
        String forward = path.replace('\\', '/');
        String bare = forward.startsWith("classpath:") ? forward.substring("classpath:".length()) : forward;
        Deque<String> parts = new ArrayDeque<>();
        for (String part : bare.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static final class InMemory extends AbstractResource {

        private final byte[] content;

        InMemory(String path, byte[] content) {
            super(path, URI.create("bundle:/" + path.replace(" ", "%20")));
            this.content = content;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public Resource resolve(String other) {
            return new InMemory(resolvePath(other), content);
        }

        @Override
        public Resource resolveSibling(String other) {
            return new InMemory(resolveSiblingPath(other), content);
        }
    }
}
