package io.lockkeeper.riskengine.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Reads the trees of both grammars by the names of their rules. */
final class GrammarTree {
    private static final Set<String> ACTIONS = Set.of(
            "alterListItem",
            "createTableOption",
            "alterCommandsModifier",
            "alterPartition",
            "partitionClause",
            "removePartitioning",
            "standaloneAlterCommands",
            "alterSpecification",
            "partitionDefinitions");

    private final String[] rules;

    GrammarTree(String[] rules) {
        this.rules = rules;
    }

    /** The outermost nodes of these rules, in order. */
    List<ParserRuleContext> all(ParseTree tree, Set<String> names) {
        List<ParserRuleContext> found = new ArrayList<>();
        collect(tree, names, found);
        return found;
    }

    private void collect(ParseTree tree, Set<String> names, List<ParserRuleContext> found) {
        if (tree instanceof ParserRuleContext node && names.contains(rule(node))) {
            found.add(node);
            return;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            collect(tree.getChild(i), names, found);
        }
    }

    private String rule(ParserRuleContext node) {
        return rules[node.getRuleIndex()];
    }

    List<AlterShape> shapes(ParserRuleContext tree) {
        List<AlterShape> shapes = new ArrayList<>();
        for (ParserRuleContext alter : all(tree, Set.of("alterTable"))) {
            all(alter, ACTIONS).forEach(action -> add(action, shapes));
        }
        for (ParserRuleContext create : all(tree, Set.of("createTable"))) {
            for (ParserRuleContext element : all(create, Set.of("tableElement", "createDefinition"))) {
                boolean column = has(element, "columnDefinition");
                shapes.add(column ? AlterShape.ADD_COLUMN : AlterShape.ADD_KEY);
            }
        }
        return shapes;
    }

    private boolean has(ParserRuleContext node, String rule) {
        return !all(node, Set.of(rule)).isEmpty();
    }

    private void add(ParserRuleContext action, List<AlterShape> shapes) {
        String words = words(action);
        switch (rule(action)) {
            case "createTableOption" -> shapes.add(option(words));
            case "alterCommandsModifier" -> shapes.add(demand(words));
            case "alterPartition", "partitionClause", "removePartitioning", "partitionDefinitions" ->
                shapes.add(AlterShape.PARTITION);
            case "standaloneAlterCommands" ->
                shapes.add(has(action, "alterPartition") ? AlterShape.PARTITION : AlterShape.OTHER);
            case "alterListItem" -> shapes.add(mysql(action, words));
            default -> mariadb(action, words, shapes);
        }
    }

    /** The grammar of MySQL takes any two words for an option. */
    private static AlterShape option(String words) {
        return switch (words) {
            case "REMOVE PARTITIONING" -> AlterShape.PARTITION;
            case "DISCARD TABLESPACE", "IMPORT TABLESPACE" -> AlterShape.OTHER;
            default -> AlterShape.OPTION;
        };
    }

    private static AlterShape demand(String words) {
        boolean demands = words.startsWith("ALGORITHM") || words.startsWith("LOCK");
        return demands ? AlterShape.DEMAND : AlterShape.OTHER;
    }

    private AlterShape mysql(ParserRuleContext item, String words) {
        String verb = verb(words);
        return switch (verb) {
            case "ADD" ->
                has(item, "tableConstraintDef") && !has(item, "tableElementList")
                        ? AlterShape.ADD_KEY
                        : AlterShape.ADD_COLUMN;
            case "DROP" ->
                has(item, "columnInternalRef") && !words.startsWith("DROP FOREIGN KEY")
                        ? AlterShape.DROP_COLUMN
                        : AlterShape.DROP_KEY;
            default -> verb(verb, AlterShape.OTHER);
        };
    }

    private static AlterShape verb(String verb, AlterShape otherwise) {
        return switch (verb) {
            case "CHANGE", "MODIFY" -> AlterShape.CHANGE_COLUMN;
            case "ALTER" -> AlterShape.ALTER;
            case "RENAME" -> AlterShape.RENAME;
            default -> otherwise;
        };
    }

    private void mariadb(ParserRuleContext action, String words, List<AlterShape> shapes) {
        String label =
                action.getClass().getSimpleName().replaceFirst("^AlterBy", "").replaceFirst("Context$", "");
        int options = all(action, Set.of("tableOption")).size();
        for (int i = 0; i < options; i++) {
            shapes.add(AlterShape.OPTION);
        }
        if (options > 0) {
            return;
        }
        switch (label) {
            case "DefaultCharset" -> {
                shapes.add(AlterShape.OPTION);
                if (has(action, "collationName")) {
                    shapes.add(AlterShape.OPTION);
                }
            }
            case "AddColumn", "AddColumns", "AddDefinitions" -> shapes.add(AlterShape.ADD_COLUMN);
            case "DropColumn" -> shapes.add(AlterShape.DROP_COLUMN);
            case "SetAlgorithm", "Lock" -> shapes.add(AlterShape.DEMAND);
            case "AlterPartition" -> shapes.add(AlterShape.PARTITION);
            default -> shapes.add(key(words));
        }
    }

    private static AlterShape key(String words) {
        if (words.startsWith("ADD SYSTEM") || words.startsWith("ADD PERIOD") || words.startsWith("DROP PERIOD")) {
            return AlterShape.VERSIONING;
        }
        String verb = verb(words);
        return switch (verb) {
            case "ADD" -> AlterShape.ADD_KEY;
            case "DROP" -> AlterShape.DROP_KEY;
            default -> verb(verb, AlterShape.OTHER);
        };
    }

    private static String verb(String words) {
        int blank = words.indexOf(' ');
        return blank < 0 ? words : words.substring(0, blank);
    }

    /** The first three words, upper case. */
    private static String words(ParserRuleContext node) {
        List<String> words = new ArrayList<>();
        leaves(node, words);
        return String.join(" ", words).toUpperCase(Locale.ROOT);
    }

    private static void leaves(ParseTree tree, List<String> words) {
        if (tree.getChildCount() == 0 && words.size() < 3) {
            words.add(tree.getText());
        }
        for (int i = 0; i < tree.getChildCount() && words.size() < 3; i++) {
            leaves(tree.getChild(i), words);
        }
    }
}
