package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
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
    static Optional<String> of(SqlStatement statement) throws PlanRefused {
        List<Token> tokens = Lexer.tokens(statement.text());
        String first = tokens.getFirst().text().toUpperCase(Locale.ROOT);
        boolean control =
                switch (first) {
                    case "BEGIN", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE" ->
                        tokens.getFirst().kind() == Token.Kind.WORD;
                    case "START", "PREPARE" ->
                        tokens.size() > 1 && tokens.get(1).is("TRANSACTION");
                    default -> false;
                };
        return control ? Optional.of(first) : Optional.empty();
    }

    static void refuse(SqlStatement statement, String path, int line) throws PlanRefused {
        Optional<String> word = of(statement);
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
}
