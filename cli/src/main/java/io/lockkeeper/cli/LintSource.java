package io.lockkeeper.cli;

import io.lockkeeper.cli.Lockkeeper.Unusable;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.PostgresFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.Planner;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Where {@code lint} takes the target's facts from. */
@FunctionalInterface
interface LintSource {

    /** @throws SQLException when a live target could not be read */
    TargetFacts facts(Plan plan) throws SQLException;

    /** Nothing is known but the version: the worst is assumed. */
    static LintSource assumed(int version) {
        TargetFacts facts =
                TargetFacts.assumed(io.lockkeeper.riskengine.sql.Dialect.POSTGRESQL, Integer.toString(version));
        return plan -> facts;
    }

    /** @param url {@code postgresql://…} as libpq has it, or a JDBC URL */
    static LintSource live(String url) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "lockkeeper-lint");
        properties.setProperty("readOnly", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "15");
        String jdbc = url.startsWith("jdbc:postgresql:") ? url : jdbc(url, properties);
        return plan -> {
            try (Connection connection = DriverManager.getConnection(jdbc, properties)) {
                return PostgresFacts.read(connection, RiskEngine.names(plan));
            }
        };
    }

    private static String jdbc(String url, Properties properties) {
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new Unusable("--database-url must begin with postgresql:// or jdbc:postgresql:");
        }
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new Unusable("--database-url cannot be read as a URL; percent-encode user and password");
        }
        String user = uri.getRawUserInfo();
        if (user != null) {
            String[] parts = user.split(":", 2);
            properties.setProperty("user", decoded(parts[0]));
            if (parts.length == 2) {
                properties.setProperty("password", decoded(parts[1]));
            }
        }
        String host = uri.getHost() == null ? "localhost" : uri.getHost();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "jdbc:postgresql://" + host + port + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    default Report assess(String name, String sql) throws PlanRefused {
        // A bundle holds relative paths only; how the file is called here is the caller's affair.
        SourceFile file = new SourceFile("script.sql", sql);
        try {
            Bundle bundle = Bundle.of(Engine.NATIVE, Options.defaults(), null, List.of(file));
            Plan plan = Planner.plan(bundle, Dialect.POSTGRESQL, Set.of());
            return RiskEngine.assess(plan, facts(plan), Thresholds.defaults());
        } catch (PlanRefused refused) {
            throw refused.in(name);
        } catch (SQLException e) {
            throw new Unusable("the database could not be read: " + e.getMessage());
        }
    }
}
