package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.SqlStatement;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** BEGIN, COMMIT and their kind: the option or the changeset says which transactions there are, so SQL must not. */
final class TransactionWords {
    private TransactionWords() {}

    /** The first word, upper case, when the statement is one of them. */
    static Optional<String> of(SqlStatement statement, Dialect dialect) throws PlanRefused {
        List<Token> tokens = Lexer.tokens(statement.text(), dialect);
        String first = tokens.getFirst().text().toUpperCase(Locale.ROOT);
        boolean control = dialect == Dialect.POSTGRESQL ? postgresql(first, tokens) : mysql(first, tokens);
        return control ? Optional.of(first) : Optional.empty();
    }

    static void refuse(SqlStatement statement, Dialect dialect, String path, int line) throws PlanRefused {
        Optional<String> word = of(statement, dialect);
        if (word.isPresent()) {
            throw new PlanRefused(
                    RefusalCode.TRANSACTION_CONTROL,
                    path,
                    line,
                    "The script controls transactions itself (" + word.get() + ")",
                    "Remove it: options.transaction says \"all\" or \"each\" for native scripts,"
                            + " runInTransaction for Liquibase changesets.");
        }
    }

    private static boolean postgresql(String first, List<Token> tokens) {
        return switch (first) {
            case "BEGIN", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE" ->
                tokens.getFirst().kind() == Token.Kind.WORD;
            case "START", "PREPARE" -> tokens.size() > 1 && tokens.get(1).is("TRANSACTION");
            default -> false;
        };
    }

    /** BEGIN NOT ATOMIC is a block of MariaDB, not a transaction. */
    private static boolean mysql(String first, List<Token> tokens) {
        return switch (first) {
            case "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "XA" ->
                tokens.getFirst().kind() == Token.Kind.WORD;
            case "BEGIN" -> tokens.size() == 1 || tokens.get(1).is("WORK");
            case "START" -> tokens.size() > 1 && tokens.get(1).is("TRANSACTION");
            case "SET" -> tokens.stream().anyMatch(TransactionWords::autocommit);
            default -> false;
        };
    }

    private static boolean autocommit(Token token) {
        String name = token.text().toLowerCase(Locale.ROOT);
        return name.equals("autocommit") || (name.startsWith("@@") && name.endsWith("autocommit"));
    }
}
