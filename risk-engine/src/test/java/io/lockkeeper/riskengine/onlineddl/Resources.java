package io.lockkeeper.riskengine.onlineddl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of the class path's folder online-ddl. */
final class Resources {

    private Resources() {}

    static String text(String name) {
        try (InputStream stream = Resources.class.getResourceAsStream("/online-ddl/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no online-ddl/" + name + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read online-ddl/" + name, e);
        }
    }
}
