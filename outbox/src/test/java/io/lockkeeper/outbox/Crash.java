package io.lockkeeper.outbox;

/** The process died here. An error, so that nothing under test handles it. */
final class Crash extends Error {

    Crash(String where) {
        super("crashed " + where, null, false, false);
    }
}
