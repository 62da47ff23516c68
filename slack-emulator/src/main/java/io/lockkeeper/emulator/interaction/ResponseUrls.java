package io.lockkeeper.emulator.interaction;

import io.lockkeeper.emulator.store.Message;
import io.lockkeeper.emulator.wire.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Response URLs: the right to answer an action in its channel up to five times within thirty minutes. */
public final class ResponseUrls {
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final int USES = 5;

    private final Map<String, Issued> issued = new LinkedHashMap<>();
    private final Clock clock;
    private final Ids ids;
    private final Supplier<String> baseUrl;

    /** What a response URL stands for. */
    public record Origin(String user, String channel, String ts) {}

    private record Issued(Origin origin, Instant at, int uses) {}

    /** What became of a use. */
    public sealed interface Use {
        record Granted(Origin origin) implements Use {}

        record Denied(String code) implements Use {}
    }

    public ResponseUrls(Clock clock, Ids ids, Supplier<String> baseUrl) {
        this.clock = clock;
        this.ids = ids;
        this.baseUrl = baseUrl;
    }

    String issue(String team, String user, Message message) {
        Instant now = clock.instant();
        issued.values().removeIf(url -> url.at().plus(LIFETIME.multipliedBy(2)).isBefore(now));
        String path = "/actions/" + team + "/" + ids.digits(13) + "/" + ids.secret(12);
        issued.put(path, new Issued(new Origin(user, message.channel(), message.ts()), now, 0));
        return baseUrl.get() + path;
    }

    public Use use(String path) {
        Issued url = issued.get(path);
        if (url == null) {
            return new Use.Denied("no_such_url");
        }
        if (clock.instant().isAfter(url.at().plus(LIFETIME))) {
            return new Use.Denied("expired_url");
        }
        if (url.uses() >= USES) {
            return new Use.Denied("used_url");
        }
        issued.put(path, new Issued(url.origin(), url.at(), url.uses() + 1));
        return new Use.Granted(url.origin());
    }
}
