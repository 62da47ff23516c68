package io.lockkeeper.e2e.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Random secrets of this stack, made at its first start and kept in files that only the owner may read. */
final class Secrets {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int BYTES = 24;

    private final Path folder;
    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder) {
        this.folder = folder;
        file = folder.resolve("secrets.properties");
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                try (Reader in = Files.newBufferedReader(file)) {
                    values.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /** The secret of that name, the same at every start. */
    String get(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String made = HexFormat.of().formatHex(bytes);
        values.setProperty(name, made);
        save();
        return made;
    }

    /** Lower-case hex of the SHA-256 of the secret: what a service may know of a token. */
    String hash(String name) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(get(name).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Path grantPrivateKey() {
        makeGrantKeys();
        return folder.resolve("grant-private.pem");
    }

    Path grantPublicKey() {
        makeGrantKeys();
        return folder.resolve("grant-public.pem");
    }

    private void makeGrantKeys() {
        Path privateKey = folder.resolve("grant-private.pem");
        Path publicKey = folder.resolve("grant-public.pem");
        if (Files.exists(privateKey) && Files.exists(publicKey)) {
            return;
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            write(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            write(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private void save() {
        ownerOnly(file);
        try (Writer out = Files.newBufferedWriter(file)) {
            values.store(out, "Secrets of the local stack; removed by make clean");
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    /** Writes a file that only the owner may read. */
    static void write(Path file, String content) {
        ownerOnly(file);
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    private static void ownerOnly(Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not create " + file, e);
        }
    }
}
