package io.lockkeeper.riskengine.read;

import java.util.Optional;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.UnsupportedStatement;

/** JSqlParser, guarded: dialect set, one pre-split statement, never {@code withUnsupportedStatements}, a time limit. */
final class DataParser {
    private final Dialect dialect;
    private final long stackBytes;

    DataParser(Dialect dialect, long stackBytes) {
        this.dialect = dialect;
        this.stackBytes = stackBytes;
    }

    /** The parsed statement; empty when it cannot parse it. Throws {@link Unsure} when it takes too long. */
    Optional<Statement> parse(String sql) {
        return Bounded.run(stackBytes, () -> {
            try {
                Statement statement =
                        CCJSqlParserUtil.newParser(sql).withDialect(dialect).Statement();
                return Optional.ofNullable(statement).filter(s -> !(s instanceof UnsupportedStatement));
            } catch (ParseException | TokenMgrException e) {
                return Optional.empty();
            }
        });
    }
}
