package io.lockkeeper.emulator.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The page's templates and static files, from the class path. Templates escape every value that is not a RawString. */
final class Templates {
    private static final String HTML = "text/html";

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(HTML)))
            .build();
    private final Map<String, Template> templates;

    Templates() {
        engine.putTemplate("lines", parse("lines.html"));
        templates = Map.of(
                "page", parse("page.html"),
                "lines", parse("lines.html"),
                "dialogs", parse("dialogs.html"));
    }

    private Template parse(String file) {
        return engine.parse(resource(file), Variant.forContentType(HTML));
    }

    String render(String name, Map<String, Object> data) {
        Template template = templates.get(name);
        if (template == null) {
            throw new IllegalStateException("No template " + name);
        }
        var instance = template.instance();
        data.forEach(instance::data);
        return instance.render();
    }

    static String resource(String file) {
        try (InputStream in = Templates.class.getResourceAsStream("/page/" + file)) {
            if (in == null) {
                throw new IllegalStateException("No resource /page/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
