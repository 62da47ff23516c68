package io.lockkeeper.executor.engine.sql;

import io.lockkeeper.executor.engine.Engine;
import io.lockkeeper.executor.engine.LockRetry;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.engine.RunContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Set;

/** Plain SQL over JDBC, statement by statement. */
@ApplicationScoped
public class NativeEngine implements Engine {

    private final LockRetry retry = new LockRetry(new SecureRandom());

    @Override
    public String name() {
        return "native";
    }

    @Override
    public Set<Control> controls() {
        return Set.of();
    }

    @Override
    public Outcome run(RunContext context) {
        return new NativeRun(context, retry).run();
    }
}
