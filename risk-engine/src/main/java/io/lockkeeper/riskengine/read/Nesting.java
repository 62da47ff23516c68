package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Token;
import java.util.List;

/** Foreign parsers take for ever, or all of the stack, where brackets stand in brackets without end. */
final class Nesting {
    /** Far more than people and their tools write. */
    private static final int DEEPEST = 200;

    private Nesting() {}

    /** @throws Unsure when brackets are nested more deeply */
    static void requireShallow(List<Token> tokens) {
        int depth = 0;
        for (Token token : tokens) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth > DEEPEST) {
                throw new Unsure("its brackets are nested more than " + DEEPEST + " deep");
            }
        }
    }
}
