package io.lockkeeper.executor.engine.liquibase;

import io.lockkeeper.executor.engine.Engine;
import io.lockkeeper.executor.engine.LockRetry;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.engine.RunContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Liquibase as a library. Its lock and history services are shared by the whole JVM and reset by every update, so one process
 * runs one changelog at a time; other runs of this engine wait here, holding their lease.
 */
@ApplicationScoped
public class LiquibaseEngine implements Engine {

    private final LockRetry retry = new LockRetry(new SecureRandom());
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    @Override
    public String name() {
        return "liquibase";
    }

    @Override
    public Set<Control> controls() {
        return Set.of();
    }

    @Override
    public Outcome run(RunContext context) {
        oneAtATime.lock();
        try {
            return new LiquibaseRun(context, retry).run();
        } finally {
            oneAtATime.unlock();
        }
    }
}
