package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A setting changed for what follows. */
public final class SessionSetting implements Rule {
    private static final Card CARD = new Card(
            "session-setting",
            "SET of anything but the usual time limits and formats.",
            "Later statements may run differently from what was analysed: another search path, no triggers, no checks.",
            "Leave it out; the executor sets its own time limits.",
            List.of(Example.of("SET session_replication_role = replica"), Example.of("SET search_path TO archive")),
            List.of(
                    Example.of("SET lock_timeout = '2s'"),
                    Example.of("SET LOCAL statement_timeout TO '5s'"),
                    Example.of("SET session_replication_role TO DEFAULT")));

    private static final List<String> HARMLESS = List.of(
            "lock_timeout",
            "statement_timeout",
            "maintenance_work_mem",
            "max_parallel_maintenance_workers",
            "application_name",
            "client_min_messages",
            "client_encoding",
            "standard_conforming_strings",
            "transaction_timeout",
            "idle_in_transaction_session_timeout",
            "check_function_bodies",
            "xmloption",
            "row_security",
            "default_with_oids",
            "bytea_output",
            "escape_string_warning",
            "deadlock_timeout",
            "work_mem");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof OtherOperation.SetParameter set) || HARMLESS.contains(set.name())) {
            return Optional.empty();
        }
        boolean usual = set.value().equalsIgnoreCase("DEFAULT")
                || (set.name().equals("session_replication_role")
                        && set.value().replace("'", "").equalsIgnoreCase("origin"));
        if (usual && !set.name().equals("search_path")) {
            return Optional.empty();
        }
        if (set.name().equals("search_path") && situation.facts().sameSearchPath(set.value())) {
            return Optional.empty();
        }
        boolean further = set.name().equals("search_path") && situation.facts().addsToSearchPath(set.value());
        boolean high =
                set.name().equals("session_replication_role") || (set.name().equals("search_path") && !further);
        String reason =
                "Changes " + set.name() + ", so later statements may do something other than what was analysed.";
        return Optional.of(situation.finding(CARD, high ? Risk.HIGH : Risk.MEDIUM, reason));
    }
}
