package io.lockkeeper.approval.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import io.lockkeeper.approval.migration.Migration;
import io.lockkeeper.approval.migration.MigrationId;
import io.lockkeeper.approval.migration.Migrations;
import io.lockkeeper.approval.migration.Risk;
import io.lockkeeper.approval.migration.Statement;
import io.lockkeeper.approval.migration.Statement.Finding;
import io.lockkeeper.approval.migration.Statement.Seconds;
import io.lockkeeper.approval.migration.SubjectHash;
import io.lockkeeper.approval.slack.Interaction.Card;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModalsTest {

    @Test
    void showsWhatAPersonNeedsToDecide() {
        // when
        String text = text(Modals.details(Migrations.of(Risk.HIGH)));

        // then
        assertThat(text)
                .contains("*2026.11.21-1* on *shop-production* (production) · HIGH risk · submitted by alice")
                .contains("*1 of 1 · HIGH*")
                .contains("```ALTER TABLE orders ALTER COLUMN note SET NOT NULL```")
                .contains("*Lock:* ACCESS EXCLUSIVE on `public.orders`, blocks reads+writes for 20–40 s")
                .contains("*Safer:* Add a CHECK … NOT VALID and validate it.")
                .contains("<https://lockkeeper.example/v1/migrations/m-1/plan|The whole plan>");
    }

    @Test
    void keepsWithinSlacksLimitsWhateverTheMigrationHolds() {
        // given
        String longest = "<!channel> & \uD83D\uDE80 ``` ".repeat(2_000);
        Finding finding = new Finding(longest, Risk.HIGH, longest, longest);
        List<Statement> statements = IntStream.range(0, 500)
                .mapToObj(i -> new Statement(
                        i,
                        longest,
                        Risk.HIGH,
                        longest,
                        longest,
                        longest,
                        longest,
                        new Seconds(0, 1e12),
                        new Seconds(0, 1e12),
                        List.of(finding, finding, finding, finding)))
                .toList();

        // when
        View view = Modals.details(Migrations.of(Risk.HIGH, "sha256:aa", statements));

        // then
        assertThat(view.getBlocks()).hasSizeLessThanOrEqualTo(100);
        assertThat(texts(view)).allSatisfy(text -> assertThat(text.length()).isBetween(1, 3_000));
        assertThat(text(view)).doesNotContain("<!channel>").contains("more statements are not shown here");
        assertThat(json(view)).hasSizeLessThan(250_000);
    }

    @Test
    void asksForAReasonAndCarriesTheCard() {
        // given
        Card card = new Card(
                new MigrationId("m".repeat(100)), new SubjectHash("s".repeat(200)), "C".repeat(40), "1".repeat(40));
        Migration migration = Migrations.of(Risk.HIGH);

        // when
        View view = Modals.reject(migration, card);

        // then
        assertThat(view.getCallbackId()).isEqualTo("lockkeeper.reject");
        assertThat(view.getPrivateMetadata()).hasSizeLessThan(3_000).contains("\"c\":\"CCC");
        assertThat(view.getTitle().getText()).hasSizeLessThanOrEqualTo(24);
        assertThat(view.getSubmit().getText()).hasSizeLessThanOrEqualTo(24);
        assertThat(view.getClose().getText()).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void cutsBetweenCharactersAndEntities() {
        assertThat(SlackText.mrkdwn("a<b", 100)).isEqualTo("a&lt;b");
        assertThat(SlackText.mrkdwn("<<<<", 10)).isEqualTo("&lt;&lt;…");
        assertThat(SlackText.mrkdwn("\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80", 4)).isEqualTo("\uD83D\uDE80…");
        assertThat(SlackText.code("a```b", 100)).isEqualTo("a'''b");
        assertThat(SlackText.span("a`b\nc", 100)).isEqualTo("a'b c");
    }

    private static byte[] json(View view) {
        return GsonFactory.createSnakeCase().toJson(view).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(View view) {
        return String.join("\n", texts(view));
    }

    private static List<String> texts(View view) {
        return view.getBlocks().stream()
                .flatMap(block -> switch (block) {
                    case SectionBlock section -> List.of(section.getText().getText()).stream();
                    case ContextBlock context ->
                        context.getElements().stream().map(element -> ((MarkdownTextObject) element).getText());
                    default -> List.<String>of().stream();
                })
                .toList();
    }
}
