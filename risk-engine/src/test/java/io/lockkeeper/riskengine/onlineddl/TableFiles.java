package io.lockkeeper.riskengine.onlineddl;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The identities that InnoDB gives to the pages of every table and partition of the scratch database, by name; what is
 * rebuilt gets new ones.
 *
 * @param exists whether there is a table t, of whatever engine
 */
record TableFiles(Map<String, String> byName, boolean exists) {

    static TableFiles of(Connection connection, ServerVersion server) throws SQLException {
        String source = server.isMariadb() ? "INNODB_SYS_TABLES" : "INNODB_TABLES";
        Map<String, String> files = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, table_id, space FROM information_schema." + source
                        + " WHERE name LIKE '" + Scratch.DATABASE.replace("_", "\\_") + "/%'")) {
            while (rows.next()) {
                String name = rows.getString(1).toLowerCase(Locale.ROOT).substring(Scratch.DATABASE.length() + 1);
                files.put(name, rows.getString(2) + "/" + rows.getString(3));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM information_schema.tables WHERE table_schema = '"
                        + Scratch.DATABASE + "' AND table_name = 't'")) {
            return new TableFiles(files, rows.next());
        }
    }

    /**
     * What became of the table's files, whatever its name by then: yes (all new), no, partial (some partitions new), gone,
     * or unseen where InnoDB does not tell.
     */
    String rebuiltIn(TableFiles after) {
        Map<String, String> before = ofTable();
        if (before.isEmpty()) {
            return "unseen";
        }
        long kept = before.values().stream().filter(after.byName::containsValue).count();
        long changed = before.entrySet().stream()
                .filter(file -> !after.byName.containsValue(file.getValue()))
                .filter(file -> after.byName.containsKey(file.getKey()))
                .count();
        long vanished = before.size() - kept - changed;
        boolean added = after.ofTable().keySet().stream().anyMatch(name -> !before.containsKey(name));
        // A partition that only vanishes was dropped; one that others take the place of was rewritten into them.
        long rewritten = added || (kept == 0 && after.exists) ? changed + vanished : changed;
        if (rewritten == 0) {
            return kept == 0 ? "gone" : "no";
        }
        return kept == 0 ? "yes" : "partial";
    }

    private Map<String, String> ofTable() {
        Map<String, String> files = new HashMap<>(byName);
        files.keySet().removeIf(name -> !name.equals("t") && !name.startsWith("t#p#"));
        return files;
    }
}
