package io.lockkeeper.risk.target;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lockkeeper.riskengine.facts.PostgresFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Facts of targets, read live. Submissions that ask for the same tables within a moment share one reading, so a burst of CI
 * jobs is no burst on a production catalog; the executor reads its own before it runs anything.
 */
@ApplicationScoped
public class LiveFacts {

    private static final int MOST = 1_000;

    private final Targets targets;
    private final AsyncCache<Question, TargetFacts> readings;

    LiveFacts(Targets targets, TargetConfig config) {
        this.targets = targets;
        readings = Caffeine.newBuilder()
                .expireAfterWrite(config.factsFreshFor())
                .maximumSize(MOST)
                .buildAsync();
    }

    private record Question(String target, Set<ObjectName> names) {}

    /**
     * What is known about {@code names}, at most {@code lockkeeper.facts-fresh-for} old.
     *
     * @throws SQLException when the target could not be read; the next call reads again
     */
    public TargetFacts of(String target, Collection<ObjectName> names) throws SQLException {
        Question question = new Question(target, Set.copyOf(names));
        CompletableFuture<TargetFacts> mine = new CompletableFuture<>();
        CompletableFuture<TargetFacts> earlier = readings.asMap().putIfAbsent(question, mine);
        if (earlier == null) {
            read(question, mine);
        }
        return answer(earlier == null ? mine : earlier);
    }

    private void read(Question question, CompletableFuture<TargetFacts> reading) {
        try (Connection connection = targets.open(question.target())) {
            reading.complete(PostgresFacts.read(connection, question.names()));
        } catch (SQLException | RuntimeException e) {
            reading.completeExceptionally(e);
        }
    }

    private static TargetFacts answer(CompletableFuture<TargetFacts> reading) throws SQLException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw new SQLException("the facts could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the facts were read", e);
        }
    }
}
