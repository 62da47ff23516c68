package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A setting changed for what follows, or for everybody. */
public final class SessionSetting implements Rule {
    private static final Card CARD = new Card(
            "mysql-session-setting",
            "SET of anything but the usual names, time limits and formats; any SET GLOBAL or SET PERSIST, HIGH for what keeps data safe, checked or written to the binary log, and for what locks clients out.",
            "Later statements may run differently from what was analysed; a global setting changes every session of the server.",
            "Leave it out; change the server's configuration by its own process.",
            List.of(
                    Example.of("SET GLOBAL innodb_buffer_pool_size = 1000000000"),
                    Example.of("SET GLOBAL long_query_time = 1"),
                    Example.of("SET GLOBAL innodb_flush_log_at_trx_commit = 2"),
                    Example.of("SET GLOBAL read_only = ON"),
                    Example.of("SET foreign_key_checks = 0"),
                    Example.of("SET sql_log_bin = 0")),
            List.of(
                    Example.of("SET NAMES utf8mb4"),
                    Example.of("SET lock_wait_timeout = 5"),
                    Example.of("SET foreign_key_checks = 1"),
                    Example.of("SET sql_mode = 'STRICT_TRANS_TABLES'")));

    private static final Set<String> HARMLESS = Set.of(
            "names",
            "character set",
            "character_set_client",
            "character_set_connection",
            "character_set_results",
            "collation_connection",
            "lock_wait_timeout",
            "innodb_lock_wait_timeout",
            "max_execution_time",
            "max_statement_time",
            "net_read_timeout",
            "net_write_timeout",
            "wait_timeout",
            "time_zone",
            "autocommit",
            "sql_notes",
            "sql_safe_updates");

    private static final Set<String> GRAVE = Set.of("sql_log_bin", "sql_require_primary_key");

    /** For all sessions: durability, checks, the binary log, and who may still write or come in. */
    private static final Set<String> GRAVE_FOR_ALL = Set.of(
            "foreign_key_checks",
            "unique_checks",
            "check_constraint_checks",
            "sql_mode",
            "sql_log_bin",
            "sql_require_primary_key",
            "autocommit",
            "transaction_isolation",
            "tx_isolation",
            "transaction",
            "transaction_read_only",
            "tx_read_only",
            "read_only",
            "super_read_only",
            "offline_mode",
            "require_secure_transport",
            "innodb_flush_log_at_trx_commit",
            "sync_binlog",
            "innodb_doublewrite",
            "innodb_strict_mode",
            "innodb_force_recovery",
            "binlog_format",
            "binlog_row_image",
            "binlog_expire_logs_seconds",
            "expire_logs_days",
            "gtid_mode",
            "gtid_strict_mode",
            "enforce_gtid_consistency",
            "rpl_semi_sync_master_enabled",
            "rpl_semi_sync_source_enabled",
            "default_storage_engine",
            "character_set_server",
            "collation_server",
            "init_connect",
            "old_alter_table",
            "alter_algorithm");

    private static final Set<String> CHECKS = Set.of("foreign_key_checks", "unique_checks", "check_constraint_checks");

    /** Checks are switched on, a stricter mode is taken, or what was saved comes back. */
    private static boolean restores(String name, String value) {
        String plain = value.toLowerCase(Locale.ROOT).replaceAll("['\"`\\s]", "");
        if (plain.startsWith("@old_") || plain.equals("default")) {
            return !GRAVE.contains(name) && !name.contains(" ");
        }
        boolean strict = plain.startsWith("concat(@@sql_mode")
                || plain.contains("strict_trans_tables")
                || plain.contains("strict_all_tables")
                || plain.contains("traditional");
        return name.equals("sql_mode") ? strict : CHECKS.contains(name) && plain.matches("1|on|true");
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof OtherOperation.SetParameter set)) {
            return Optional.empty();
        }
        String name = set.name().replaceFirst("^session ", "");
        if (HARMLESS.contains(name) || name.startsWith("@")) {
            return Optional.empty();
        }
        if (restores(name, set.value())) {
            return Optional.empty();
        }
        int scope = name.indexOf(' ');
        boolean all = name.startsWith("global ") || name.startsWith("persist");
        boolean high = all ? GRAVE_FOR_ALL.contains(name.substring(scope + 1)) : GRAVE.contains(name);
        String reason = all
                ? "Changes " + name.substring(scope + 1) + " for every session of the server"
                        + (name.startsWith("persist") ? ", also after its next start." : ".")
                : "Changes " + name + ", so later statements may do something else than was analysed.";
        return Optional.of(situation.finding(CARD, high ? Risk.HIGH : Risk.MEDIUM, reason));
    }
}
