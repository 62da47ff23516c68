package io.lockkeeper.riskengine.report;

import io.lockkeeper.riskengine.subject.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Report → canonical JSON, whole or only the parts that do not change with time. */
final class ReportJson {
    private ReportJson() {}

    static String text(Report report) {
        Map<String, Object> map = new TreeMap<>();
        map.put("engine", report.engine());
        map.put("engineVersion", report.engineVersion());
        map.put("risk", report.risk().name());
        map.put("analysable", report.analysable());
        map.put("confidence", report.confidence().id());
        map.put(
                "statements",
                report.statements().stream().map(ReportJson::statement).toList());
        map.put("migration", Map.of("transactional", report.transactional(), "findings", findings(report.findings())));
        if (report.subjectHash() != null) {
            map.put("subjectHash", report.subjectHash());
        }
        if (report.judgedBy() != null) {
            map.put("judgedBy", report.judgedBy());
        }
        map.put("reportHash", report.reportHash());
        return CanonicalJson.text(map);
    }

    static String hash(Report report) {
        Map<String, Object> map = new TreeMap<>();
        map.put("engine", report.engine());
        map.put("engineVersion", report.engineVersion());
        map.put("analysable", report.analysable());
        map.put("transactional", report.transactional());
        map.put(
                "statements",
                report.statements().stream().map(ReportJson::lasting).toList());
        return CanonicalJson.hash(map);
    }

    private static Map<String, Object> statement(StatementReport statement) {
        Map<String, Object> map = new TreeMap<>();
        map.put("index", statement.index());
        map.put("line", statement.line());
        map.put("file", statement.file());
        var changeset = statement.changeset();
        if (changeset != null) {
            map.put("changeset", Map.of("id", changeset.id(), "author", changeset.author(), "path", changeset.path()));
        }
        map.put("sql", statement.sql());
        map.put("risk", statement.risk().name());
        map.put("operations", operations(statement));
        map.put("effects", statement.effects().stream().map(ReportJson::timed).toList());
        map.put("findings", findings(statement.findings()));
        return map;
    }

    private static Map<String, Object> lasting(StatementReport statement) {
        Map<String, Object> map = new TreeMap<>();
        map.put("index", statement.index());
        map.put("operations", operations(statement));
        map.put("effects", statement.effects().stream().map(ReportJson::effect).toList());
        return map;
    }

    private static List<Map<String, Object>> operations(StatementReport statement) {
        return statement.operations().stream().map(ReportJson::operation).toList();
    }

    private static Map<String, Object> operation(OperationReport operation) {
        Map<String, Object> map = new TreeMap<>();
        map.put("kind", operation.kind());
        if (operation.object() != null) {
            map.put("object", operation.object());
        }
        if (operation.column() != null) {
            map.put("column", operation.column());
        }
        return map;
    }

    private static Map<String, Object> effect(Effect effect) {
        Map<String, Object> map = new TreeMap<>();
        map.put("table", effect.table());
        if (effect.algorithm() != null) {
            map.put("algorithm", effect.algorithm().name());
        }
        map.put("lock", effect.lock().words());
        map.put("blocks", effect.blocks().id());
        map.put("rewrites", effect.rewrites());
        map.put("scans", effect.scans());
        map.put("dataLoss", effect.dataLoss());
        return map;
    }

    private static Map<String, Object> timed(Effect effect) {
        Map<String, Object> map = effect(effect);
        Map<String, Object> estimate = new TreeMap<>();
        estimate.put("blockedSeconds", range(effect.blocked()));
        estimate.put("totalSeconds", range(effect.total()));
        if (!effect.basis().isEmpty()) {
            estimate.put("basis", effect.basis().stream().map(ReportJson::basis).toList());
        }
        map.put("estimate", estimate);
        return map;
    }

    private static Map<String, Object> basis(Basis basis) {
        Map<String, Object> map = new TreeMap<>();
        map.put("work", basis.work().id());
        map.put("seconds", Math.round(basis.seconds() * 1000) / 1000.0);
        if (basis.runs() > 0) {
            map.put("calibratedBy", basis.runs());
        }
        return map;
    }

    private static List<Double> range(SecondsRange range) {
        return List.of(range.low(), range.high());
    }

    private static List<Map<String, Object>> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> {
                    Map<String, Object> map = new TreeMap<>();
                    map.put("rule", finding.rule());
                    map.put("risk", finding.risk().name());
                    map.put("reason", finding.reason());
                    map.put("saferWay", finding.saferWay());
                    map.put("docs", finding.docs());
                    return map;
                })
                .toList();
    }
}
