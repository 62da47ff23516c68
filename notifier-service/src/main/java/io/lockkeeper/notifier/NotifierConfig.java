package io.lockkeeper.notifier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of notifier-service. */
@ConfigMapping(prefix = "lockkeeper")
public interface NotifierConfig {

    /** Where Slack is and who we are there. */
    Slack slack();

    /** How cards reach Slack. */
    Delivery delivery();

    /** Where Slack is and who we are there. */
    interface Slack {

        /** Prefix of the Web API's methods, with the slash at its end. */
        @WithDefault("https://slack.com/api/")
        URI baseUrl();

        /** The app's bot token; needs chat:write, channels:history and channels:read. */
        String botToken();

        /** Channel, id or #name, for migrations whose target names none. Without it those get no card. */
        Optional<String> defaultChannel();

        /** How long one call may take, from connecting to the last byte. */
        @WithDefault("10s")
        Duration timeout();
    }

    /** How cards reach Slack. */
    interface Delivery {

        /** Edits in any minute, over all cards and all instances; Slack allows an app about 50. */
        @WithDefault("50")
        int editsPerMinute();

        /** How many of those may come at once; a part of it is kept back for decisions and ends. */
        @WithDefault("10")
        int editBurst();

        /** Messages that may come at once in one channel, where Slack allows one a second on average. */
        @WithDefault("3")
        int postBurst();

        /** Least time between two progress edits of one card; decisions and ends do not wait. */
        @WithDefault("2s")
        Duration progressInterval();

        /** A running migration's card is edited again after this time even when nothing was heard; at most 60 s. */
        @WithDefault("45s")
        Duration refresh();

        /** How long the summary waits for what other topics still have to say about the same moment. */
        @WithDefault("1s")
        Duration summaryDelay();

        /** How often work of other instances is looked for. */
        @WithDefault("500ms")
        Duration poll();

        /** Calls to Slack at the same time, each for another channel. */
        @WithDefault("4")
        int concurrency();

        /** After this time without an outcome another instance takes a card over; at least twice Slack's timeout. */
        @WithDefault("30s")
        Duration lease();

        /** First pause after a failure that may pass by itself; doubles with jitter up to a minute. */
        @WithDefault("1s")
        Duration backOff();

        /** First pause after a refusal that a person has to repair (a missing channel, say); doubles up to an hour. */
        @WithDefault("30s")
        Duration refusalBackOff();
    }
}
