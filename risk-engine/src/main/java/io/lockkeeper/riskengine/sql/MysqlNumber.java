package io.lockkeeper.riskengine.sql;

import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.function.IntPredicate;

/**
 * What begins with a digit, or with a point before one: a number, or a name.
 *
 * @param end offset behind it
 */
record MysqlNumber(Kind kind, int end) {

    /** @param endsWord no word goes on at this offset */
    static MysqlNumber at(String source, int start, IntPredicate endsWord) {
        int end = skip(start, endsWord);
        String text = source.substring(start, end);
        if (text.matches("0x[0-9a-fA-F]+|0b[01]+")) {
            return new MysqlNumber(Kind.NUMBER, end);
        }
        if (!text.isEmpty() && !text.matches("\\d+([eE]\\d*)?")) {
            return new MysqlNumber(Kind.WORD, end);
        }
        if (MysqlChars.at(source, end) == '.' && text.matches("\\d*")) {
            end = skip(end + 1, endsWord);
        }
        return new MysqlNumber(Kind.NUMBER, exponent(source, end));
    }

    private static int skip(int from, IntPredicate endsWord) {
        int end = from;
        while (!endsWord.test(end)) {
            end++;
        }
        return end;
    }

    /** A signed one goes on behind its sign. */
    private static int exponent(String source, int end) {
        char last = source.charAt(end - 1);
        char sign = MysqlChars.at(source, end);
        boolean signed = (last == 'e' || last == 'E') && (sign == '+' || sign == '-');
        int digits = end + 1;
        if (!signed || !MysqlChars.digit(MysqlChars.at(source, digits))) {
            return end;
        }
        while (MysqlChars.digit(MysqlChars.at(source, digits))) {
            digits++;
        }
        return digits;
    }
}
