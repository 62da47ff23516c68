package io.lockkeeper.emulator;

import io.lockkeeper.emulator.LocalApp.Reply;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Clicks in the page with headless Chromium. Skipped where the machine has no {@code chromedriver} on its path. */
class PageIT {
    private static final String CARD = """
            [{"type":"header","text":{"type":"plain_text","text":"HIGH 2026.11.21-1"}},
             {"type":"actions","block_id":"lockkeeper_actions","elements":[
               {"type":"button","action_id":"approve","style":"primary","text":{"type":"plain_text","text":"Approve"},
                "confirm":{"title":{"type":"plain_text","text":"Approve for production?"},
                  "text":{"type":"mrkdwn","text":"It rewrites `public.orders`."},
                  "confirm":{"type":"plain_text","text":"Approve"},"deny":{"type":"plain_text","text":"Not now"}}},
               {"type":"button","action_id":"reject","style":"danger","text":{"type":"plain_text","text":"Reject"}}]}]""";
    private static final String VIEW = """
            {"type":"modal","title":{"type":"plain_text","text":"Reject migration"},
             "submit":{"type":"plain_text","text":"Reject"},"close":{"type":"plain_text","text":"Back"},
             "blocks":[
              {"type":"section","text":{"type":"mrkdwn","text":"*2026.11.21-1* for `shop-production`, asked by <@U0ALICE>."}},
              {"type":"input","block_id":"reason","label":{"type":"plain_text","text":"Why?"},
               "hint":{"type":"plain_text","text":"The submitter reads this."},
               "element":{"type":"plain_text_input","action_id":"text","multiline":true}},
              {"type":"input","block_id":"next","optional":true,"label":{"type":"plain_text","text":"What next"},
               "element":{"type":"radio_buttons","action_id":"radio","options":[
                 {"text":{"type":"mrkdwn","text":"*Rework* it"},"value":"rework"},
                 {"text":{"type":"plain_text","text":"Drop it"},"value":"drop"}]}},
              {"type":"input","block_id":"window","optional":true,"label":{"type":"plain_text","text":"Window"},
               "element":{"type":"static_select","action_id":"select","options":[
                 {"text":{"type":"plain_text","text":"Tonight"},"value":"tonight"}]}},
              {"type":"input","block_id":"told","optional":true,"label":{"type":"plain_text","text":"Tell"},
               "element":{"type":"checkboxes","action_id":"checks","options":[
                 {"text":{"type":"plain_text","text":"The submitter"},"value":"submitter"},
                 {"text":{"type":"plain_text","text":"The channel"},"value":"channel"}]}}]}""";

    @SuppressWarnings("NullAway.Init")
    private Harness harness;

    @SuppressWarnings("NullAway.Init")
    private ChromeDriver browser;

    @BeforeEach
    void start() throws Exception {
        Optional<File> driver = onPath("chromedriver");
        assumeTrue(driver.isPresent(), "no chromedriver on the path");
        harness = Harness.unlimited();
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--window-size=1280,900");
        onPath("chromium").ifPresent(options::setBinary);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.orElseThrow())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    private static Optional<File> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst();
    }

    @AfterEach
    void stop() throws Exception {
        if (browser != null) {
            browser.quit();
        }
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void showsNewAndEditedMessagesWithoutReloading() throws Exception {
        // given
        open("U0DANA");

        // when
        String ts = post();
        WebElement header = seen("[data-message-ts='" + ts + "'] h3");

        // then
        assertThat(header.getText()).isEqualTo("HIGH 2026.11.21-1");
        harness.client().chatUpdate(r -> r.channel("C0MIGRATE").ts(ts).text("*Done*"));
        assertThat(seen("[data-message-ts='" + ts + "'] .edited").getText()).isEqualTo("(edited)");
        assertThat(browser.findElements(By.cssSelector("[data-message-ts]"))).hasSize(1);
    }

    @Test
    void confirmsBeforeItClicksAndShowsTheWhisperToTheClickerOnly() throws Exception {
        // given
        String ts = post();
        harness.app.answers(payload -> {
            whisper(payload.at("/user/id").asText());
            return Reply.empty();
        });
        open("U0ALICE");

        // when
        seen("[data-message-ts='" + ts + "'] [data-action-id=approve]").click();
        seen("dialog.confirm[open]");
        picture("confirm");
        seen("[data-confirm=no]").click();
        assertThat(harness.app.payloads()).isEmpty();
        seen("[data-action-id=approve]").click();
        seen("[data-confirm=yes]").click();

        // then
        assertThat(seen(".ephemeral").getText()).contains("Only visible to you", "You submitted it");
        picture("whisper");
        seen("[data-user=U0DANA]").click();
        seen("[data-message-ts='" + ts + "']");
        assertThat(browser.findElements(By.cssSelector(".ephemeral"))).isEmpty();
    }

    @Test
    void fillsAndSubmitsAModal() throws Exception {
        // given
        post();
        harness.app.answers(payload -> {
            if (payload.path("type").asText().equals("block_actions")) {
                openView(payload.path("trigger_id").asText());
            }
            return Reply.empty();
        });
        open("U0DANA");
        seen("[data-action-id=reject]").click();
        seen("dialog[open] [data-view-submit]").click();
        assertThat(seen("[data-error-for=reason]").getText()).isEqualTo("Please complete this required field.");
        picture("modal");

        // when
        seen("textarea[data-action-id=text]").sendKeys("It blocks writes for 20 s");
        seen("input[data-action-id=radio][value=rework]").click();
        seen("input[data-action-id=checks][value=channel]").click();
        new Select(seen("select[data-action-id=select]")).selectByValue("tonight");
        seen("dialog[open] [data-view-submit]").click();

        // then
        until().until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("dialog"), 0));
        var values = harness.app.lastPayload().at("/view/state/values");
        assertThat(values.at("/reason/text/value").asText()).isEqualTo("It blocks writes for 20 s");
        assertThat(values.at("/next/radio/selected_option/value").asText()).isEqualTo("rework");
        assertThat(values.at("/told/checks/selected_options/0/value").asText()).isEqualTo("channel");
        assertThat(values.at("/window/select/selected_option/value").asText()).isEqualTo("tonight");
    }

    @Test
    void showsAtTheMessageThatTheAppFailed() throws Exception {
        // given
        post();
        harness.app.answers(payload -> new Reply(500, ""));
        open("U0DANA");

        // when
        seen("[data-action-id=reject]").click();

        // then
        assertThat(seen(".message .click-error").getText()).contains("This app did not respond", "HTTP 500");
        picture("error");
    }

    @Test
    void showsAThreadBesideItsChannel() throws Exception {
        // given
        String ts = post();
        harness.client()
                .chatPostMessage(r -> r.channel("C0MIGRATE").threadTs(ts).text("<@U0DANA> approved it"));
        open("U0BORIS");

        // when
        seen(".replies").click();

        // then
        assertThat(seen("#thread .reply").getText()).contains("@Dana Okafor approved it");
        seen(".thread .composer input").sendKeys("Thank you\n");
        until().until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("#thread .reply"), 2));
        picture("thread");
    }

    private void open(String user) {
        browser.get(harness.emulator.url() + "/?channel=C0MIGRATE&as=" + user);
        seen("[data-live=on]");
    }

    private WebElement seen(String css) {
        return until().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    private WebDriverWait until() {
        return new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(50));
    }

    private String post() throws Exception {
        return harness.client()
                .chatPostMessage(r -> r.channel("C0MIGRATE").text("Card").blocksAsString(CARD))
                .getTs();
    }

    private void whisper(String user) {
        try {
            harness.client()
                    .chatPostEphemeral(r ->
                            r.channel("C0MIGRATE").user(user).text("You submitted it, so somebody else must approve."));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void openView(String trigger) {
        try {
            harness.client().viewsOpen(r -> r.triggerId(trigger).viewAsString(VIEW));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** For a person to look at after the test. */
    private void picture(String name) throws IOException {
        Path file = Path.of("target", "pictures", name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
    }
}
