package io.lockkeeper.progress.dashboard;

import io.lockkeeper.progress.audit.AuditEntry;
import io.lockkeeper.progress.audit.Head;
import io.lockkeeper.progress.audit.Verdict;
import java.util.List;
import java.util.Optional;

/** The audit chain, newest entries first. {@code older} is the address of the next page, empty on the last. */
public record AuditPage(
        Badge verdict,
        String sentence,
        String verifiedAt,
        String entries,
        String head,
        String migration,
        List<Line> lines,
        String older) {

    public record Line(
            long seq, String time, String type, String migration, String body, String hash, String prevHash) {}

    static AuditPage of(
            Head head, Optional<Verdict> verdict, String migration, List<AuditEntry> entries, String older) {
        return new AuditPage(
                verdict.map(AuditPage::badge).orElse(new Badge("…", "not verified yet", "neutral")),
                verdict.map(AuditPage::sentence).orElse("The first verification runs a few seconds after the start."),
                Words.time(verdict.map(Verdict::verifiedAt).orElse(null)),
                Words.count(head.entries()),
                head.hash(),
                migration,
                entries.stream().map(AuditPage::line).toList(),
                older);
    }

    private static Badge badge(Verdict verdict) {
        return verdict.intact() ? new Badge("✔", "intact", "good") : new Badge("✖", "BROKEN", "bad");
    }

    private static String sentence(Verdict verdict) {
        Verdict.Break broken = verdict.firstBroken();
        return broken == null
                ? "Every hash of " + Words.count(verdict.entries()) + " entries was recomputed from the first on."
                : "Entry " + broken.seq() + ": " + broken.reason() + ".";
    }

    private static Line line(AuditEntry entry) {
        return new Line(
                entry.seq(),
                Words.time(entry.time()),
                entry.type(),
                entry.migration(),
                entry.body(),
                entry.hash(),
                entry.prevHash());
    }
}
