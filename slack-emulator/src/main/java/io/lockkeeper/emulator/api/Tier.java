package io.lockkeeper.emulator.api;

/** How many calls a minute Slack takes, per method and workspace and app. docs.slack.dev, apis/web-api/rate-limits. */
enum Tier {
    TIER_2(20),
    TIER_3(50),
    TIER_4(100),
    /** "Hundreds per minute": Slack's own SDK reckons with 600. */
    SPECIAL(600),
    /** Besides one a second per channel: "several hundred per minute" for the workspace. */
    POSTING(300);

    private final int perMinute;

    Tier(int perMinute) {
        this.perMinute = perMinute;
    }

    int perMinute() {
        return perMinute;
    }
}
