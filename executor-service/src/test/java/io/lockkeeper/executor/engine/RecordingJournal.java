package io.lockkeeper.executor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal that remembers what was written, in order. */
public final class RecordingJournal implements Journal {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public List<String> lines() {
        return new ArrayList<>(lines);
    }

    @Override
    public void started(List<Integer> statements, String phase) {
        lines.add("started " + statements + " " + phase);
    }

    @Override
    public void executed(int statement, long rows) {
        lines.add("executed " + statement + " rows " + rows);
    }

    @Override
    public void committed(List<Integer> statements) {
        lines.add("committed " + statements);
    }

    @Override
    public void rolledBack(List<Integer> statements) {
        lines.add("rolledBack " + statements);
    }

    @Override
    public void failed(int statement) {
        lines.add("failed " + statement);
    }
}
