package io.lockkeeper.e2e.bench;

import io.lockkeeper.e2e.demo.Api;
import io.lockkeeper.e2e.demo.Channel;
import io.lockkeeper.e2e.demo.Migrations;
import io.lockkeeper.e2e.demo.Polling;
import io.lockkeeper.e2e.demo.Stand;
import io.lockkeeper.e2e.local.LocalStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Times of submissions at a steady rate, from a submission to its card, and of lints, over the stack of {@code make up}. */
public final class Bench {

    private static final int RATE = 20;
    private static final int SUBMISSIONS = 600;
    private static final int WARM_UP = 1_000;
    private static final int CARDS = 100;
    private static final int LINTS = 400;
    private static final int LINT_WARM_UP = 300;
    private static final Duration BETWEEN_CARDS = Duration.ofMillis(1500);

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("lockkeeper.root", "."));
        int offset = Integer.getInteger("lockkeeper.port-offset", 0);
        String var = offset == 0 ? "var" : "var-" + offset;
        Stand stand = LocalStack.standOf(new LocalStack.Options(root, root.resolve(var), offset, false));
        Migrations migrations = new Migrations(new Api(), stand);
        Channel channel = new Channel(new Api(), stand.emulator());
        List<String> parts = arguments.length == 0 ? List.of("cards", "rate", "lint") : List.of(arguments);
        if (parts.contains("cards")) {
            cards(migrations, channel, 20, "warm-up");
            List<Double> cards = cards(migrations, channel, CARDS, "card");
            print("POST to card visible, one each 1.5 s", cards);
        }
        if (parts.contains("rate")) {
            submissions(migrations, WARM_UP, "warm");
            print("POST /v1/migrations, 5 statements, " + RATE + "/s", submissions(migrations, SUBMISSIONS, "rate"));
        }
        if (parts.contains("lint")) {
            lint(new LintTimes(stand));
        }
    }

    private static void lint(LintTimes lint) throws Exception {
        lint.measure(LINT_WARM_UP, false);
        print("POST /v1/lint, 50 new statements, facts told", lint.measure(LINTS, false));
        lint.measure(LINT_WARM_UP / 3, true);
        print("POST /v1/lint, 50 new statements, facts read from the target", lint.measure(LINTS, true));
    }

    /** Milliseconds from the start of the POST until the emulator shows the card. */
    private static List<Double> cards(Migrations migrations, Channel channel, int n, String name) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            long start = System.nanoTime();
            String id = migrations
                    .submit(body(name + "-" + i))
                    .expect(202)
                    .path("id")
                    .asText();
            Polling.until("the card", Duration.ofSeconds(30), () -> channel.card(id));
            times.add((System.nanoTime() - start) / 1e6);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, BETWEEN_CARDS.toNanos() - (System.nanoTime() - start)));
        }
        return times;
    }

    /** Milliseconds per POST, sent at a fixed rate whether earlier ones were answered or not. */
    private static List<Double> submissions(Migrations migrations, int n, String name) throws Exception {
        List<Future<Double>> answers = new ArrayList<>();
        long begin = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < n; i++) {
                long due = begin + TimeUnit.SECONDS.toNanos(i) / RATE;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                String version = name + "-" + i;
                answers.add(senders.submit(() -> {
                    Api.Answer answer = migrations.submit(body(version));
                    answer.expect(202);
                    return answer.took().toNanos() / 1e6;
                }));
            }
        }
        List<Double> times = new ArrayList<>();
        for (Future<Double> answer : answers) {
            times.add(answer.get());
        }
        return times;
    }

    private static Map<String, Object> body(String version) {
        return Migrations.body(version, "native", "sql", "V2__orders_reporting.sql");
    }

    private static void print(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: n=%d p50 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                what,
                sorted.size(),
                at(sorted, 0.5),
                at(sorted, 0.99),
                sorted.getLast());
    }

    private static double at(List<Double> sorted, double quantile) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(quantile * sorted.size()) - 1));
    }
}
