package io.lockkeeper.riskengine.read.pg;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/**
 * The decoded module. Decoding takes a second on a cold JVM and its result is never changed, so it is done once, on a
 * thread of its own that starts with the first use of the reader.
 */
final class GrammarModule {
    private static final String RESOURCE = "libpg-query.wasm";
    private static final FutureTask<WasmModule> DECODING = new FutureTask<>(GrammarModule::decode);

    static {
        Thread thread = new Thread(DECODING, "lockkeeper-grammar-start");
        thread.setDaemon(true);
        thread.start();
    }

    private GrammarModule() {}

    /** Begins to decode if nobody did; returns at once. */
    static void start() {}

    /** Waits until it is decoded. */
    static WasmModule decoded() throws InterruptedException {
        try {
            return DECODING.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("PostgreSQL's grammar could not be loaded", e.getCause());
        }
    }

    private static WasmModule decode() throws IOException {
        try (InputStream in = GrammarModule.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is not in this build; bin/libpg-query fetches it");
            }
            return Parser.parse(in.readAllBytes());
        }
    }
}
