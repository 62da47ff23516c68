package io.lockkeeper.e2e.demo;

import java.io.PrintStream;

/** The demo: the story, told in the terminal over a running stack. */
public final class Demo {

    private Demo() {}

    /** Plays the whole story; false, with the reason printed, when a step does not hold. */
    public static boolean tell(Stand stand, PrintStream out) {
        Narrator narrator = new Narrator(out, System.getenv("NO_COLOR") == null && System.console() != null);
        try {
            new Story(stand, narrator).play();
            narrator.chapter("The story holds");
            return true;
        } catch (Exception e) {
            narrator.failure(String.valueOf(e.getMessage()));
            e.printStackTrace(out);
            return false;
        }
    }
}
