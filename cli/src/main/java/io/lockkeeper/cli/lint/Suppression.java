package io.lockkeeper.cli.lint;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One comment {@code -- lockkeeper:ignore rule[,rule]: reason}.
 *
 * @param line from 1
 * @param alone nothing but the comment is on its line
 * @param reason empty when none is given
 */
record Suppression(int line, boolean alone, List<String> rules, String reason) {
    private static final Pattern COMMENT =
            Pattern.compile("(?:--|#)\\s*lockkeeper:ignore\\b[ \\t]*([^:]*?)[ \\t]*(?::[ \\t]*(.*?))?[ \\t]*");

    Suppression {
        rules = List.copyOf(rules);
    }

    /** Those of a script; never from within a string, a name or a body. */
    static List<Suppression> of(String sql, Dialect dialect) {
        List<Suppression> found = new ArrayList<>();
        boolean[] code = code(sql, dialect);
        int number = 0;
        int offset = 0;
        for (String line : sql.split("\n", -1)) {
            number++;
            int start = start(line, offset, code);
            if (start >= 0) {
                Matcher matcher = COMMENT.matcher(line.substring(start).stripTrailing());
                if (matcher.matches()) {
                    String reason = matcher.group(2) == null ? "" : matcher.group(2);
                    found.add(new Suppression(
                            number, line.substring(0, start).isBlank(), rules(matcher.group(1)), reason));
                }
            }
            offset += line.length() + 1;
        }
        return found;
    }

    private static List<String> rules(String text) {
        List<String> rules = new ArrayList<>();
        for (String rule : text.split("[,\\s]+")) {
            if (!rule.isBlank()) {
                rules.add(rule);
            }
        }
        return rules;
    }

    /** Where the comment begins on its line; -1 when there is none. */
    private static int start(String line, int offset, boolean[] code) {
        int at = line.indexOf("lockkeeper:ignore");
        if (at < 0) {
            return -1;
        }
        int start = Math.max(line.lastIndexOf("--", at), line.lastIndexOf('#', at));
        return start < 0 || code[offset + start] ? -1 : start;
    }

    /** Which characters belong to tokens. Text that cannot be read at all is judged by lines alone. */
    private static boolean[] code(String sql, Dialect dialect) {
        boolean[] code = new boolean[sql.length() + 1];
        try {
            for (Token token : Lexer.tokens(sql, dialect)) {
                for (int i = token.start(); i < token.end(); i++) {
                    code[i] = true;
                }
            }
        } catch (PlanRefused e) {
            markLines(sql, code);
        }
        return code;
    }

    private static void markLines(String sql, boolean[] code) {
        int offset = 0;
        for (String line : sql.split("\n", -1)) {
            boolean comment = line.strip().startsWith("--") || line.strip().startsWith("#");
            for (int i = 0; i < line.length(); i++) {
                code[offset + i] = !comment;
            }
            offset += line.length() + 1;
        }
    }
}
