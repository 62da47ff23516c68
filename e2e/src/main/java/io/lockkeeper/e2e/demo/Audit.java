package io.lockkeeper.e2e.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The audit chain, verified, and altered behind its back by somebody who may do anything in the database. */
public final class Audit {

    private static final String VICTIM = "(SELECT max(seq) FROM progress.audit_entry WHERE type = 'DecisionRecorded')";

    private final Migrations migrations;
    private final Stand stand;

    public Audit(Migrations migrations, Stand stand) {
        this.migrations = migrations;
        this.stand = stand;
    }

    /** @return one sentence with entries and head */
    public String mustBeIntact() throws IOException, InterruptedException {
        JsonNode verification = migrations.auditVerification();
        if (!verification.path("intact").asBoolean()) {
            throw new IllegalStateException("the audit chain does not verify: " + verification);
        }
        return "the chain of " + verification.path("entries").asLong() + " entries verifies, head "
                + verification.path("head").asText();
    }

    /** Alters a decision as superuser, sees the verification fail, and puts the row back. */
    public String mustNoticeAnAlteredRow() throws SQLException, IOException, InterruptedException {
        alter("payload = payload || '\\x00'::bytea");
        JsonNode verification;
        try {
            verification = migrations.auditVerification();
        } finally {
            alter("payload = substring(payload for length(payload) - 1)");
        }
        if (verification.path("intact").asBoolean()) {
            throw new IllegalStateException("an altered row went unnoticed: " + verification);
        }
        return "noticed: " + verification.path("firstBroken");
    }

    private void alter(String change) throws SQLException {
        try (Connection connection = stand.lockkeeper().open();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica"); // switches the table's own guard off
            int rows = statement.executeUpdate("UPDATE progress.audit_entry SET " + change + " WHERE seq = " + VICTIM);
            if (rows != 1) {
                throw new IllegalStateException("no decision in the audit trail to alter");
            }
        }
    }
}
