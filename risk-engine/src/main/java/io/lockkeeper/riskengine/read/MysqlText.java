package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.List;

/**
 * The text for foreign parsers: our tokens without comments, executable comments opened, every string shortened to
 * {@code 'x'}. So no parser can disagree with us about where a string or a comment ends.
 */
final class MysqlText {
    private MysqlText() {}

    static String plain(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        int end = -1;
        for (Token token : tokens) {
            if (end >= 0 && token.start() > end) {
                text.append(' ');
            }
            text.append(token.kind() == Kind.STRING ? string(token.text()) : token.text());
            end = token.end();
        }
        return text.toString();
    }

    private static String string(String literal) {
        char prefix = literal.charAt(0);
        if (prefix == '\'' || prefix == '"') {
            return "'x'";
        }
        if (prefix == 'n' || prefix == 'N') {
            return prefix + "'x'";
        }
        if (!literal.matches("[xX]'([0-9a-fA-F]{2})*'|[bB]'[01]*'")) {
            throw new Unsure("a hexadecimal or binary string with other digits");
        }
        return literal;
    }
}
