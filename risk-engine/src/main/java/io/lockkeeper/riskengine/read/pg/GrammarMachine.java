package io.lockkeeper.riskengine.read.pg;

import java.util.Map;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;

/** Runs the grammar's functions: as the methods that the build made of them, or else as {@link LargeFunction}. */
final class GrammarMachine implements Machine {
    private final Instance instance;
    private final Map<Integer, LargeFunction> large;
    private final Machine compiled;

    GrammarMachine(Instance instance, Map<Integer, LargeFunction> large) {
        this.instance = instance;
        this.large = large;
        this.compiled = new PostgresMachine(instance);
    }

    @Override
    public long[] call(int function, long[] arguments) {
        LargeFunction found = large.get(function);
        return found == null ? compiled.call(function, arguments) : found.call(instance, arguments);
    }

    @Override
    public long[] call(int function, long[] arguments, Object[] references) {
        return call(function, arguments);
    }
}
