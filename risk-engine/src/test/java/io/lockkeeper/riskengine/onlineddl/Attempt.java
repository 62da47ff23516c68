package io.lockkeeper.riskengine.onlineddl;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one try of a statement went.
 *
 * @param error the server's error number, 0 for none
 * @param message the error's text
 * @param rows how many rows the server says it copied
 * @param told warnings and answers
 */
record Attempt(int error, String message, String rebuilt, long rows, List<String> told) {

    private static final int SYNTAX_ERROR = 1064;
    private static final int UNKNOWN_ALGORITHM = 1800;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int LONGEST_MESSAGE = 240;

    /** Runs {@code sql} after {@code settings}; a setting that the server does not know fails the attempt too. */
    static Attempt of(Connection connection, ServerVersion server, List<String> settings, String sql)
            throws SQLException {
        TableFiles before = TableFiles.of(connection, server);
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            boolean answers = statement.execute(sql);
            long rows = Math.max(0, statement.getLargeUpdateCount());
            List<String> told = answers ? answers(statement.getResultSet()) : warnings(statement.getWarnings());
            connection.createStatement().execute("UNLOCK TABLES");
            return new Attempt(0, "", before.rebuiltIn(TableFiles.of(connection, server)), rows, told);
        } catch (SQLException e) {
            return new Attempt(e.getErrorCode(), plain(String.valueOf(e.getMessage())), "no", 0, List.of());
        }
    }

    boolean accepted() {
        return error == 0;
    }

    /** Whether the server's grammar has no place for what was asked. */
    boolean unreadable() {
        return error == SYNTAX_ERROR || error == UNKNOWN_ALGORITHM;
    }

    /** Whether it gave up waiting; administrative statements say so in their answer and do not fail. */
    boolean waited() {
        return error == LOCK_WAIT_TIMEOUT || told.stream().anyMatch(text -> text.contains("Lock wait timeout"));
    }

    /** The outcome in a word. */
    String outcome() {
        if (!accepted()) {
            return "error " + error + (error == SYNTAX_ERROR ? "" : " " + message);
        }
        return switch (rebuilt) {
            case "gone" -> "gone";
            case "no" -> "metadata";
            case "unseen" -> rows > 0 ? "copies" : "metadata";
            case "partial" -> rows > 0 ? "copies" : "rebuilds some";
            default -> rows > 0 ? "copies" : "rebuilds";
        };
    }

    private static List<String> warnings(@Nullable SQLWarning first) {
        List<String> texts = new ArrayList<>();
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            texts.add("warning " + warning.getErrorCode() + " " + plain(String.valueOf(warning.getMessage())));
        }
        return texts;
    }

    /** The last column of administrative statements says what they did. */
    private static List<String> answers(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            texts.add("answers "
                    + plain(String.valueOf(rows.getString(rows.getMetaData().getColumnCount()))));
        }
        return texts;
    }

    /** Without what differs from run to run. */
    private static String plain(String message) {
        String plain = message.replaceFirst("^\\(conn[:=]\\d+\\) ", "")
                .replaceAll("#sql[-\\w]*", "#sql")
                .replaceAll("\\s+", " ");
        return plain.length() > LONGEST_MESSAGE ? plain.substring(0, LONGEST_MESSAGE) + "…" : plain;
    }
}
