package io.lockkeeper.approval.migration;

import io.lockkeeper.approval.migration.Statement.Finding;
import io.lockkeeper.approval.migration.Statement.Seconds;
import java.util.List;

/** Migrations to test with. */
public final class Migrations {

    private Migrations() {}

    /** A migration of that risk, submitted by alice through the credential "ci", of the group "dba". */
    public static Migration of(Risk risk) {
        return of(risk, "sha256:aa");
    }

    public static Migration of(Risk risk, String subject) {
        return of(risk, subject, List.of(statement(0, 40)));
    }

    public static Migration of(Risk risk, String subject, List<Statement> statements) {
        return new Migration(
                new MigrationId("m-1"),
                "2026.11.21-1",
                new Target("shop-production", "production", "dba"),
                "native",
                new Submitter("alice", "ci"),
                risk,
                new SubjectHash(subject),
                "sha256:bundle",
                "https://lockkeeper.example/v1/migrations/m-1/plan",
                statements,
                List.of());
    }

    public static Statement statement(int index, double totalSeconds) {
        return new Statement(
                index,
                "ALTER TABLE orders ALTER COLUMN note SET NOT NULL",
                Risk.HIGH,
                "Scans public.orders while nobody can read or write it.",
                "ACCESS EXCLUSIVE",
                "reads+writes",
                "public.orders",
                new Seconds(totalSeconds / 2, totalSeconds),
                new Seconds(totalSeconds / 2, totalSeconds),
                List.of(new Finding(
                        "set-not-null-scan",
                        Risk.HIGH,
                        "Scans the table.",
                        "Add a CHECK … NOT VALID and validate it.")));
    }
}
