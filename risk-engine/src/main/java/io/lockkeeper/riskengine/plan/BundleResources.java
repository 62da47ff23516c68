package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.subject.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;

/** The submitted files as Liquibase's only source: nothing outside of the bundle can be named, read or written. */
final class BundleResources extends AbstractResourceAccessor {
    /** How often one file may be opened: a changelog that includes itself would go on until the stack ends. */
    private static final int MAX_OPENS = 100;

    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Integer> opens = new HashMap<>();

    BundleResources(List<SourceFile> sources) {
        sources.forEach(source -> files.put(source.path(), source.content()));
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        String folder = plain(path);
        String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        return files.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .filter(name -> recursive || name.indexOf('/', prefix.length()) < 0)
                .<Resource>map(Submitted::new)
                .toList();
    }

    @Override
    public List<Resource> getAll(String path) {
        List<Resource> found = new ArrayList<>();
        if (files.containsKey(plain(path))) {
            found.add(new Submitted(plain(path)));
        }
        return found;
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the submitted files");
    }

    @Override
    public void close() {}

    private static String plain(String path) {
        String plain =
                path.replace('\\', '/').replaceFirst("^classpath\\*?:", "").replaceFirst("^(?:\\./|/)+", "");
        return URI.create("/").resolve(encoded(plain)).getPath().substring(1);
    }

    private static URI encoded(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            return URI.create("unnameable");
        }
    }

    private final class Submitted extends AbstractResource {
        private Submitted(String path) {
            super(path, URI.create("bundle:/" + encoded(path).getRawPath()));
        }

        @Override
        public InputStream openInputStream() throws IOException {
            String content = files.get(getPath());
            if (content == null) {
                throw new IOException("Not among the submitted files: " + getPath());
            }
            if (opens.merge(getPath(), 1, Integer::sum) > MAX_OPENS) {
                throw new IOException("Included too often, perhaps by itself: " + getPath());
            }
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean exists() {
            return files.containsKey(getPath());
        }

        @Override
        public Resource resolve(String other) {
            return new Submitted(plain(resolvePath(other)));
        }

        @Override
        public Resource resolveSibling(String other) {
            return new Submitted(plain(resolveSiblingPath(other)));
        }
    }
}
