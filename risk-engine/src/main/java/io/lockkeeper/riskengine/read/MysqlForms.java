package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Forms that the grammars know and JSqlParser does not, in the words of ones that mean the same. */
final class MysqlForms {
    private MysqlForms() {}

    static List<Token> usual(List<Token> tokens) {
        return tokens.getFirst().is("DELETE") ? withoutUsing(tokens) : withoutShareMode(tokens);
    }

    /** LOCK IN SHARE MODE ends a query; the caller sees it by itself. */
    private static List<Token> withoutShareMode(List<Token> tokens) {
        int rest = tokens.size() - 4;
        boolean shares = rest > 0
                && tokens.get(rest).is("LOCK")
                && tokens.get(rest + 1).is("IN")
                && tokens.get(rest + 2).is("SHARE")
                && tokens.get(rest + 3).is("MODE");
        return shares ? tokens.subList(0, rest) : tokens;
    }

    /** {@code DELETE FROM a USING b JOIN c …} is {@code DELETE a FROM b JOIN c …}. */
    private static List<Token> withoutUsing(List<Token> tokens) {
        int from = 1;
        while (from < tokens.size() && !tokens.get(from).is("FROM")) {
            from++;
        }
        int using = from + 1;
        while (using < tokens.size() && named(tokens.get(using))) {
            using++;
        }
        boolean lists = using + 1 < tokens.size()
                && tokens.get(using).is("USING")
                && !tokens.get(using + 1).isSymbol('(');
        if (!lists) {
            return tokens;
        }
        List<Token> usual = new ArrayList<>(tokens.subList(0, from));
        usual.addAll(tokens.subList(from + 1, using));
        usual.add(tokens.get(from));
        usual.addAll(tokens.subList(using + 1, tokens.size()));
        return usual;
    }

    private static boolean named(Token token) {
        boolean name = token.kind() == Kind.QUOTED_NAME || (token.kind() == Kind.WORD && !token.is("USING"));
        return name || token.isSymbol('.') || token.isSymbol(',') || token.isSymbol('*');
    }
}
