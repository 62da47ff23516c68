package io.lockkeeper.notifier.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.notifier.blockkit.BlockKit;
import io.lockkeeper.notifier.card.CardState;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.intake.Story;
import io.lockkeeper.proto.v1.ApprovalEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CardTest {

    private static final Instant NOW = Story.START.plusSeconds(156);

    private final Story story = Story.sample();

    @Test
    void offersADecisionOnlyWhileOneIsAskedFor() {
        Map<String, Facets> samples = GalleryTest.samples();

        samples.forEach(
                (name, facets) -> assertThat(actions(facets)).as(name).isEqualTo(expectedActions(facets.state())));
    }

    private static List<String> expectedActions(CardState state) {
        return switch (state) {
            case SUBMITTED -> List.of();
            case AWAITING_APPROVAL -> List.of(Buttons.APPROVE, Buttons.REJECT, Buttons.DETAILS);
            default -> List.of(Buttons.DETAILS);
        };
    }

    @Test
    void offersNoDecisionOnAnotherSubjectThanTheOneShown() {
        ApprovalEvent other = story.requested().toBuilder()
                .setRequested(story.requested().getRequested().toBuilder().setSubjectHash("sha256:other"))
                .build();

        List<String> actions = actions(story.fold(story.classified(), other));

        assertThat(actions).containsExactly(Buttons.DETAILS);
    }

    @Test
    void carriesMigrationAndSubjectInEachButton() {
        Facets facets = story.fold(story.classified(), story.requested());

        assertThat(json(facets).findValuesAsText("value"))
                .hasSize(3)
                .containsOnly("{\"m\":\"" + facets.migrationId() + "\",\"s\":\"" + Story.SUBJECT + "\"}");
    }

    @Test
    void asksBeforeAnApprovalAndNamesVersionTargetAndRisk() {
        JsonNode confirm =
                json(story.fold(story.classified(), story.requested())).findValue("confirm");

        assertThat(confirm.toString()).contains("2026.11.21-1", "shop-production", "HIGH");
    }

    @Test
    void showsTheRiskiestStatementsWhenNotAllFit() {
        String card =
                json(GalleryTest.sample("awaiting-approval-thirty-statements")).toString();

        assertThat(card).contains("*30.* 🔴 HIGH", "more in Details, none riskier");
    }

    @Test
    void neverShowsTheGrant() {
        assertThat(json(GalleryTest.sample("granted")).toString()).doesNotContain("never shown");
    }

    @Test
    void callsTheChannelOnlyForAFailureInProduction() {
        assertThat(Summary.of(GalleryTest.sample("failed"))).startsWith("<!here> ");
        assertThat(Summary.of(GalleryTest.sample("succeeded"))).doesNotContain("<!here>");
        assertThat(Summary.of(GalleryTest.sample("rejected"))).doesNotContain("<!here>");
    }

    @Test
    void saysHowLongNothingWasHeard() {
        Facets running = GalleryTest.sample("running");

        assertThat(json(running, NOW).toString()).doesNotContain("Nothing heard");
        assertThat(json(running, NOW.plusSeconds(90)).toString()).contains("Nothing heard from the run for 1 min 32 s");
    }

    @Test
    void showsNoNumbersOfAnEarlierRun() {
        Facets running = GalleryTest.sample("running");
        Facets again = running.with(
                io.lockkeeper.notifier.card.RunFacet.queued("another-run", NOW).started(2, NOW));

        assertThat(json(again).toString()).contains("No measurement yet").doesNotContain("▓");
    }

    @Test
    void keepsButtonsAndTextInTheShortFormAndOnlyTextInTheLast() {
        Facets facets = story.fold(story.classified(), story.requested());

        Card shortened = Card.of(facets, Card.Form.SHORT, NOW);
        Card plain = Card.of(facets, Card.Form.TEXT, NOW);

        assertThat(BlockKit.json(shortened.blocks()).findValuesAsText("action_id"))
                .hasSize(3);
        assertThat(plain.blocks()).isEmpty();
        assertThat(plain.text()).contains("HIGH", "2026.11.21-1", "shop-production");
    }

    @Test
    void tellsAScreenReaderEverythingNeededToDecide() {
        String text = Card.of(story.fold(story.classified(), story.requested()), Card.Form.FULL, NOW)
                .text();

        assertThat(text)
                .contains(
                        "Awaiting approval",
                        "HIGH risk",
                        "2026.11.21-1",
                        "shop-production (production)",
                        "0 of 1 from dba",
                        "Submitted by alice",
                        "Statement 1, HIGH on public.orders: Scans the whole table");
    }

    private static List<String> actions(Facets facets) {
        return json(facets).findValuesAsText("action_id");
    }

    private static JsonNode json(Facets facets) {
        return json(facets, NOW);
    }

    private static JsonNode json(Facets facets, Instant now) {
        return BlockKit.json(Card.of(facets, Card.Form.FULL, now).blocks());
    }
}
