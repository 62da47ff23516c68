package io.lockkeeper.riskengine.read.pg;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/**
 * The module as the build prepared it ({@code GrammarCompiler}). It is never changed once it is read, so that is done once, on
 * a thread of its own that starts with the first use of the reader.
 */
final class GrammarModule {
    private static final FutureTask<Loaded> DECODING = new FutureTask<>(GrammarModule::decode);

    static {
        Thread thread = new Thread(DECODING, "lockkeeper-grammar-start");
        thread.setDaemon(true);
        thread.start();
    }

    private GrammarModule() {}

    /** The module without its instructions, and those of its functions that are no methods. */
    record Loaded(WasmModule module, Map<Integer, LargeFunction> large) {}

    /** Begins to decode if nobody did; returns at once. */
    static void start() {}

    /** Waits until it is decoded. */
    static Loaded decoded() throws InterruptedException {
        try {
            return DECODING.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("PostgreSQL's grammar could not be loaded", e.getCause());
        }
    }

    private static Loaded decode() throws IOException {
        return new Loaded(Parser.parse(resource("Postgres.meta")), LargeFunction.read(resource("Postgres.large")));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GrammarModule.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not in this build");
            }
            return in.readAllBytes();
        }
    }
}
