package io.lockkeeper.e2e.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The main job, step by step, each step checked against the running product: a step that does not hold ends the story with
 * an exception that names it.
 */
final class Story {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration RUN = Duration.ofMinutes(3);

    private final Narrator narrator;
    private final Migrations migrations;
    private final Channel channel;
    private final Target target;
    private final Audit audit;
    private final String day = Instant.now().toString().substring(0, 10).replace('-', '.');

    Story(Stand stand, Narrator narrator) {
        Api api = new Api();
        this.narrator = narrator;
        migrations = new Migrations(api, stand);
        channel = new Channel(api, stand.emulator());
        target = new Target(stand.target());
        audit = new Audit(migrations, stand);
    }

    void play() throws Exception {
        approvedAndRun(
                "1. A Liquibase changelog, from CI to the audit trail",
                day + "-1",
                "liquibase",
                "liquibase",
                "changelog.xml");
        check(target.notNull("orders", "note"), "orders.note is NOT NULL");
        check(target.hasIndex("orders_customer_email_idx"), "the index orders_customer_email_idx exists");
        approvedAndRun("2. The same way for plain SQL", day + "-2", "native", "sql", "V2__orders_reporting.sql");
        check(target.notNull("orders", "status"), "orders.status is NOT NULL");
        check(target.hasIndex("orders_created_idx"), "the index orders_created_idx exists");
        rejected();
        held();
        audited();
    }

    private void approvedAndRun(String title, String version, String engine, String story, String file)
            throws Exception {
        narrator.chapter(title);
        List<String> before = target.schema();
        String id = submit(Migrations.body(version, engine, story, file), "HIGH");
        Channel.Message card = card(id);
        refusedForTheSubmitter(card);
        check(target.schema().equals(before), "the target is untouched while nobody has approved");
        narrator.step("dana (DBA) clicks Approve");
        channel.click(Channel.DANA, card, Channel.APPROVE);
        follow(id, card);
        timeline(id);
    }

    private String submit(Map<String, Object> body, String risk) throws Exception {
        narrator.step("CI submits " + body.get("version") + " for " + body.get("target") + " (engine "
                + body.get("engine") + ")");
        Api.Answer answer = migrations.submit(body);
        JsonNode json = answer.expect(202);
        narrator.proof("202 in " + answer.took().toMillis() + " ms: risk "
                + json.path("risk").asText() + ", subject "
                + json.path("subjectHash").asText().substring(0, 19) + "…");
        for (JsonNode statement : json.path("report").path("statements")) {
            narrator.detail(line(statement));
        }
        check(json.path("risk").asText().equals(risk), "the migration is " + risk);
        return json.path("id").asText();
    }

    private static String line(JsonNode statement) {
        String reason = statement.path("findings").path(0).path("reason").asText("");
        return String.format(
                "%-6s %s%s",
                statement.path("risk").asText(),
                statement.path("sql").asText().replaceAll("\\s+", " "),
                reason.isEmpty() ? "" : "\n       " + reason);
    }

    private Channel.Message card(String id) throws Exception {
        long start = System.nanoTime();
        Channel.Message card = Polling.until("the card with its buttons in #db-migrations", SOON, () -> channel.card(id)
                .filter(seen -> seen.offers(Channel.APPROVE)));
        narrator.proof("card in #db-migrations after "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms: " + card.header());
        return card;
    }

    private void refusedForTheSubmitter(Channel.Message card) throws Exception {
        Optional<String> seen = channel.lastEphemeral(Channel.ALICE).map(Channel.Message::ts);
        narrator.step("alice, who submitted it, clicks Approve");
        channel.click(Channel.ALICE, card, Channel.APPROVE);
        Channel.Message refusal =
                Polling.until("the refusal that alice sees", SOON, () -> channel.lastEphemeral(Channel.ALICE)
                        .filter(message -> !seen.equals(Optional.of(message.ts()))));
        narrator.proof("refused, only alice sees why: " + refusal.text());
    }

    /** Prints each edit of the card until the run has ended, and checks that there is one card only. */
    private void follow(String id, Channel.Message first) throws Exception {
        int[] edits = {first.edits()};
        String end = Polling.until("the end of the run", RUN, () -> {
            channel.card(id).filter(card -> card.edits() > edits[0]).ifPresent(card -> {
                edits[0] = card.edits();
                narrator.detail(
                        "card, edit " + card.edits() + ": " + card.text().replaceFirst(" Submitted by .*", ""));
            });
            return migrations.end(id);
        });
        check(end.equals("SUCCEEDED"), "the run SUCCEEDED");
        Channel.Message last = Polling.until("the success summary in the card", SOON, () -> channel.card(id)
                .filter(card -> card.words().contains("SUCCEEDED")));
        check(
                last.ts().equals(first.ts()) && channel.cards(id).size() == 1,
                "one card, edited " + last.edits() + " times, never a second one");
    }

    private void timeline(String id) throws Exception {
        narrator.step("the timeline, by REST");
        JsonNode timeline = migrations.timeline(id);
        for (JsonNode entry : timeline.isArray() ? timeline : timeline.path("entries")) {
            narrator.detail(entry.path("time").asText(entry.path("at").asText()).replaceAll("^.*T|\\.\\d+Z$|Z$", "")
                    + "  " + entry.path("sentence").asText());
        }
    }

    private void rejected() throws Exception {
        narrator.chapter("3. A rejected migration touches nothing");
        List<String> before = target.schema();
        String id = submit(Migrations.body(day + "-3", "native", "rejected", "V3__drop_customers.sql"), "HIGH");
        Channel.Message card = card(id);
        narrator.step("dana clicks Reject and gives a reason");
        channel.click(Channel.DANA, card, Channel.REJECT);
        JsonNode modal = Polling.until("the reject modal", SOON, () -> channel.modal(Channel.DANA));
        channel.submit(Channel.DANA, modal, "Billing still reads customers; remove the reader first.");
        String end = Polling.until("the rejection", SOON, () -> migrations.end(id));
        check(end.equals("REJECTED"), "the migration is REJECTED");
        Polling.until("the reason on the card", SOON, () -> channel.card(id)
                .filter(seen -> seen.words().contains("REJECTED")));
        check(target.schema().equals(before), "customers is still there; the target is untouched");
    }

    private void held() throws Exception {
        narrator.chapter("4. Inside a freeze a migration is held");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        JsonNode freeze = migrations.freeze(
                "Quarter-end close",
                now.minusSeconds(60).toString(),
                now.plus(Duration.ofHours(2)).toString());
        narrator.step("an operator sets a freeze for " + Migrations.TARGET + " until "
                + freeze.path("until").asText());
        List<String> before = target.schema();
        String id = submit(Migrations.body(day + "-4", "native", "held", "V4__customers_loyalty.sql"), "LOW");
        Channel.Message card = Polling.until("the held card", SOON, () -> channel.card(id)
                .filter(seen -> seen.words().contains("Held:")));
        narrator.proof(card.text());
        check(migrations.state(id).equals("HELD"), "the migration is HELD although it is LOW and needs no approval");
        check(target.schema().equals(before), "the target is untouched");
    }

    private void audited() throws Exception {
        narrator.chapter("5. The audit trail");
        narrator.step("audit verify");
        narrator.proof(audit.mustBeIntact());
        narrator.step("somebody with superuser rights rewrites who approved");
        narrator.proof(audit.mustNoticeAnAlteredRow());
        narrator.proof("row put back: " + audit.mustBeIntact());
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("this does not hold: " + what);
        }
        narrator.proof(what);
    }
}
