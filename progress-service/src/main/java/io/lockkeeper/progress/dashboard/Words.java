package io.lockkeeper.progress.dashboard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times in the words of the pages. */
final class Words {

    static final String NONE = "–";

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String time(@Nullable Instant time) {
        return time == null ? NONE : SECOND.format(time);
    }

    static String text(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : text;
    }

    static String names(List<String> names) {
        return names.isEmpty() ? NONE : String.join(", ", names);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String duration(long seconds) {
        if (seconds < 0) {
            return NONE;
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
                : "%d h %02d min".formatted(seconds / 3600, seconds % 3600 / 60);
    }

    /** A range of estimated seconds; empty when there is none. */
    static String seconds(double low, double high) {
        return high < 0 ? "" : String.format(Locale.ROOT, "%.1f to %.1f s", low, high);
    }

    /** Only what a browser opens as a page: anything else, a script above all, is no link. */
    static String link(@Nullable String url) {
        String lower = url == null ? "" : url.strip().toLowerCase(Locale.ROOT);
        return url != null && (lower.startsWith("https://") || lower.startsWith("http://")) ? url.strip() : "";
    }
}
