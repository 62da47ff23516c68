package io.lockkeeper.e2e.scenarios;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The emulator's page in headless Chromium: what a person sees and clicks. */
final class SlackPage implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Path PICTURES = Path.of("target/pictures");

    private final URI emulator;
    private final ChromeDriver browser;

    SlackPage(URI emulator) {
        this.emulator = emulator;
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1280,1000");
        onPath("chromium", "chromium-browser", "google-chrome").ifPresent(options::setBinary);
        File driver = onPath("chromedriver")
                .orElseThrow(() -> new IllegalStateException("no chromedriver on the PATH; run bin/setup"));
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver)
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    /** Opens #db-migrations as that person. */
    void openAs(String user) {
        browser.get(emulator + "/?channel=C0MIGRATE&as=" + user);
        seen("[data-live=on]");
    }

    /** Clicks a button of the card, and its confirm dialog where there is one. */
    void click(String ts, String action, boolean confirms) {
        WebElement button = seen("[data-message-ts='" + ts + "'] [data-action-id='" + action + "']");
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
        if (confirms) {
            seen("dialog.confirm[open] [data-confirm=yes]").click();
        }
    }

    /** What only this person sees, once it is there. */
    String whisper() {
        return seen(".ephemeral").getText();
    }

    /** Fills the modal's text and submits it. */
    void answer(String text) {
        seen("dialog[open] textarea").sendKeys(text);
        seen("dialog[open] [data-view-submit]").click();
        until().until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("dialog[open]"), 0));
    }

    /** Waits until the card shows {@code words}; the page updates itself. */
    void awaitCard(String ts, String words, Duration atMost) {
        new WebDriverWait(browser, atMost)
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.cssSelector("[data-message-ts='" + ts + "']"), words));
    }

    int messagesWithHeader(String words) {
        return (int) browser.findElements(By.cssSelector("[data-message-ts] h3")).stream()
                .filter(header -> header.getText().contains(words))
                .count();
    }

    /** A picture of the card alone. */
    void picture(String ts, String name) throws IOException {
        browser.manage().window().setSize(new Dimension(1280, 1800));
        WebElement card = seen("[data-message-ts='" + ts + "']");
        ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView({block: 'start'})", card);
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), card.getScreenshotAs(OutputType.BYTES));
        Files.write(PICTURES.resolve(name + "-page.png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    /** A picture of any page. */
    void picture(URI page, String name) throws IOException {
        browser.get(page.toString());
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    private WebElement seen(String selector) {
        return until().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    private WebDriverWait until() {
        return new WebDriverWait(browser, SOON);
    }

    private static Optional<File> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    @Override
    public void close() {
        browser.quit();
    }
}
