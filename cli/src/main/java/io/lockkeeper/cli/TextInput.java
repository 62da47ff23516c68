package io.lockkeeper.cli;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the caller gives to read: strictly UTF-8, and one line when it cannot be read. */
public final class TextInput {

    private TextInput() {}

    /** @param shown the name the caller knows it by */
    public static String read(String shown, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return read(shown, in);
        } catch (IOException e) {
            throw new Unusable("could not read " + shown);
        }
    }

    public static String read(String shown, InputStream in) {
        try {
            // A fresh decoder reports what is not UTF-8 instead of replacing it.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unusable(shown + " is not UTF-8");
        } catch (IOException e) {
            throw new Unusable("could not read " + shown);
        }
    }
}
