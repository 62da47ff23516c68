package io.lockkeeper.e2e.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the story in the terminal: each line with the time since the start. */
final class Narrator {

    private final PrintStream out;
    private final long start = System.nanoTime();
    private final boolean colour;

    Narrator(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    void chapter(String title) {
        out.println();
        out.println(paint("1", "── " + title + " " + "─".repeat(Math.max(2, 96 - title.length()))));
    }

    void step(String text) {
        out.println(at() + " " + paint("1", "▶") + " " + text);
    }

    void proof(String text) {
        out.println(at() + " " + paint("32", "✔") + " " + text);
    }

    void detail(String text) {
        text.lines().forEach(line -> out.println("          " + line));
    }

    void failure(String text) {
        out.println(at() + " " + paint("31", "✘") + " " + text);
    }

    private String at() {
        Duration now = Duration.ofNanos(System.nanoTime() - start);
        return String.format(
                Locale.ROOT, "%3d:%04.1f", now.toMinutes(), now.toMillisPart() / 1000.0 + now.toSecondsPart());
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
