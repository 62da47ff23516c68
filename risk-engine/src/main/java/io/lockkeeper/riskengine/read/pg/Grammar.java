package io.lockkeeper.riskengine.read.pg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * PostgreSQL 18's grammar as a function of text. Safe to call from any thread; at most {@link #COPIES} parses run at once,
 * by copies that are made when they are first needed. A copy that was too slow or failed is thrown away.
 */
public final class Grammar {
    /** Each takes 35 MiB, so one per 256 MiB of heap, and no more than can work at a time. */
    private static final int COPIES = (int) Math.clamp(
            Runtime.getRuntime().maxMemory() >> 28, 1, Runtime.getRuntime().availableProcessors());

    private static final String THREAD = "lockkeeper-grammar";
    private static final long STACK_BYTES = 16L << 20;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Duration limit;
    private final Semaphore free = new Semaphore(COPIES, true);
    private final ConcurrentLinkedDeque<GrammarInstance> idle = new ConcurrentLinkedDeque<>();

    /** @param limit for one parse, without the start of the grammar */
    public Grammar(Duration limit) {
        this.limit = limit;
        start();
    }

    /** Begins to decode the module on a thread of its own, if nothing did so yet; returns at once. */
    public static void start() {
        GrammarModule.start();
    }

    /** Never throws, except for a bug or when the thread was interrupted before. */
    public Answer parse(String sql) {
        try {
            if (!free.tryAcquire(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Answer.Silent("the grammar was busy for " + START_LIMIT.toSeconds() + " s");
            }
            try {
                return parseNow(sql);
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Silent("reading it was interrupted");
        }
    }

    private Answer parseNow(String sql) throws InterruptedException {
        try {
            GrammarInstance copy = copy();
            GrammarInstance.Raw raw = BigStack.call(THREAD, STACK_BYTES, limit, () -> copy.parse(sql));
            idle.addFirst(copy);
            return answer(raw);
        } catch (TimeoutException e) {
            return new Answer.Silent("reading it took longer than " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return new Answer.Silent(failure(cause == null ? e : cause));
        } catch (StreamConstraintsException e) {
            return new Answer.Silent("it is nested too deeply");
        } catch (JsonProcessingException e) {
            return new Answer.Silent("the grammar's answer could not be read");
        }
    }

    private GrammarInstance copy() throws InterruptedException, ExecutionException {
        GrammarInstance copy = idle.pollFirst();
        if (copy != null) {
            return copy;
        }
        try {
            return BigStack.call(THREAD, STACK_BYTES, START_LIMIT, () -> new GrammarInstance(GrammarModule.decoded()));
        } catch (TimeoutException e) {
            throw new ExecutionException(e);
        }
    }

    private static Answer answer(GrammarInstance.Raw raw) throws JsonProcessingException {
        if (raw.json() == null) {
            return new Answer.Refused(raw.error(), raw.position());
        }
        ArrayNode statements = JSON.createArrayNode();
        for (JsonNode statement : JSON.readTree(raw.json()).path("stmts")) {
            statements.add(statement.path("stmt"));
        }
        return new Answer.Parsed(statements);
    }

    /** A stack that is too small shows as an error of the stack or, inside the interpreter, as one of its own. */
    private static String failure(Throwable cause) {
        for (Throwable c = cause; c != null; c = c.getCause()) {
            if (c instanceof StackOverflowError) {
                return "it is nested too deeply";
            }
        }
        return "the grammar failed with " + cause.getClass().getSimpleName();
    }
}
