package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Token;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.AbstractJSqlParser;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.alter.AlterOperation;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import org.jspecify.annotations.Nullable;

/**
 * Every statement of DDL must be known to another parser, too, and be understood in the same way: the grammar of the
 * declared dialect, else the other one, else JSqlParser.
 */
final class MysqlOpinion {
    private final Dialect dialect;
    private final DataParser parser;

    MysqlOpinion(Dialect dialect) {
        this.dialect = dialect;
        this.parser = new DataParser(
                dialect == Dialect.MARIADB ? AbstractJSqlParser.Dialect.MARIADB : AbstractJSqlParser.Dialect.MYSQL,
                MysqlGrammar.STACK_BYTES);
    }

    /** Throws {@link Unsure} when none knows the statement, or when the first that does disagrees. */
    void check(List<Token> tokens, List<Operation> operations, List<AlterShape> shapes) {
        String text = MysqlText.plain(tokens);
        Optional<MysqlGrammar.Opinion> opinion = grammar(text);
        if (opinion.isPresent()) {
            requireSame(opinion.get().shapes().equals(shapes));
            requireTable(operations.getFirst(), opinion.get().table());
        } else {
            Statement statement = parse(text).orElseThrow(() -> new Unsure("no parser knows this form"));
            checkLoosely(statement, operations.getFirst(), shapes);
        }
    }

    /** Throws {@link Unsure} when neither grammar knows the statement: JSqlParser alone is too lenient. */
    void requireKnown(List<Token> tokens) {
        if (grammar(MysqlText.plain(tokens)).isEmpty()) {
            throw new Unsure("no grammar knows this form");
        }
    }

    private Optional<MysqlGrammar.Opinion> grammar(String text) {
        Dialect other = dialect == Dialect.MARIADB ? Dialect.MYSQL : Dialect.MARIADB;
        return MysqlGrammar.parse(text, dialect).or(() -> MysqlGrammar.parse(text, other));
    }

    /** By JSqlParser. */
    Optional<Statement> parse(String text) {
        return parser.parse(text);
    }

    private static void checkLoosely(Statement statement, Operation first, List<AlterShape> shapes) {
        if (statement instanceof CreateTable create) {
            int columns = create.getColumnDefinitions() == null
                    ? 0
                    : create.getColumnDefinitions().size();
            int keys = create.getIndexes() == null ? 0 : create.getIndexes().size();
            requireSame(columns == Collections.frequency(shapes, AlterShape.ADD_COLUMN));
            requireSame(keys == Collections.frequency(shapes, AlterShape.ADD_KEY));
            requireTable(first, create.getTable().getFullyQualifiedName().replace("`", ""));
            return;
        }
        if (!(statement instanceof Alter alter)) {
            requireSame(shapes.isEmpty());
            return;
        }
        boolean opaque = alter.getAlterExpressions() == null
                || alter.getAlterExpressions().stream().anyMatch(a -> a.getOperation() == AlterOperation.UNSPECIFIC);
        requireSame(!opaque && alter.getAlterExpressions().size() == shapes.size());
        requireTable(first, alter.getTable().getFullyQualifiedName().replace("`", ""));
    }

    private static void requireTable(Operation first, @Nullable String theirs) {
        boolean ofTable =
                first instanceof TableOperation || first instanceof MysqlOperation || first instanceof CreateIndex;
        ObjectName ours = first.object();
        if (ofTable && ours != null) {
            requireSame(ours.toString().equals(theirs));
        }
    }

    private static void requireSame(boolean agreeing) {
        if (!agreeing) {
            throw new Unsure("two readers understand it differently");
        }
    }
}
