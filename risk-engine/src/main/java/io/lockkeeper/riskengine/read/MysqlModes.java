package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps {@code sql_mode} one in which quotes and backslashes mean what they are read as. It may be given as modes, or be
 * computed from the one before by whole modes; or it may come from a user variable whose name ends in {@code sql_mode}, since
 * nothing but such a mode is ever stored in those.
 */
final class MysqlModes {
    /** Modes after which quotes and backslashes mean something else, so that nothing behind them is read rightly. */
    private static final Set<String> OTHER_QUOTES =
            Set.of("ansi", "ansi_quotes", "no_backslash_escapes", "oracle", "mssql", "db2", "maxdb", "postgresql");

    private static final Set<String> KNOWN = Set.of(
            ("allow_invalid_dates empty_string_is_null error_for_division_by_zero high_not_precedence ignore_bad_table_options"
                            + " ignore_space mysql323 mysql40 no_auto_create_user no_auto_value_on_zero no_dir_in_create"
                            + " no_engine_substitution no_field_options no_key_options no_table_options no_unsigned_subtraction"
                            + " no_zero_date no_zero_in_date only_full_group_by pad_char_to_full_length pipes_as_concat"
                            + " real_as_float simultaneous_assignment strict_all_tables strict_trans_tables"
                            + " time_round_fractional time_truncate_fractional traditional")
                    .split(" "));

    /** With whole modes for arguments they give whole modes, or what the server refuses. */
    private static final Set<String> COMPUTING =
            Set.of("concat", "concat_ws", "replace", "trim", "if", "ifnull", "coalesce");

    private MysqlModes() {}

    /** The setting keeps a mode: the mode itself, or a user variable that is told apart by its name. */
    static boolean keeps(String variable) {
        String name = variable.replace("`", "").toLowerCase(Locale.ROOT);
        return name.endsWith("sql_mode");
    }

    /** Throws {@link Unsure} unless the value is a plain mode. */
    static void requirePlain(List<Token> value) {
        if (value.isEmpty()) {
            throw new Unsure("expected a value");
        }
        boolean alone = value.size() == 1;
        for (int i = 0; i < value.size(); i++) {
            Token token = value.get(i);
            boolean called = i + 1 < value.size() && value.get(i + 1).isSymbol('(');
            switch (token.kind()) {
                case STRING -> requireModes(MysqlStrings.value(token.text()), alone);
                case WORD -> requireWord(token.text().toLowerCase(Locale.ROOT), called, alone);
                case PARAMETER -> requireMode(token.text());
                case SYMBOL -> requireSymbol(token);
                default -> throw computed();
            }
        }
    }

    /** Throws {@link Unsure} where such a user variable gets its value other than by SET. */
    static void refuseUnseen(List<Token> tokens) {
        boolean stores = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean kept = token.kind() == Kind.PARAMETER && !token.text().startsWith("@@") && keeps(token.text());
            boolean read = i + 1 < tokens.size() && tokens.get(i + 1).text().equals(":=");
            // A variable behind INTO, or among the columns of LOAD DATA, takes what was read.
            boolean into = stores || (i > 0 && tokens.get(i - 1).isSymbol(','));
            stores |= token.is("INTO");
            if (kept && (read || into)) {
                throw computed();
            }
            if (token.text().equals(":=") && (i == 0 || tokens.get(i - 1).kind() != Kind.PARAMETER)) {
                throw new Unsure("it stores into a variable of an unusual name");
            }
        }
    }

    private static void requireModes(String modes, boolean alone) {
        for (String mode : modes.toLowerCase(Locale.ROOT).split(",")) {
            boolean plain = mode.isBlank() || KNOWN.contains(mode.strip());
            if (OTHER_QUOTES.contains(mode.strip())) {
                throw new Unsure("with this sql_mode quotes mean something else");
            }
            if (!plain && !alone) {
                throw computed();
            }
        }
    }

    private static void requireWord(String word, boolean called, boolean alone) {
        if (called
                ? !COMPUTING.contains(word)
                : !alone
                        && !Set.of("select", "both", "leading", "trailing", "from")
                                .contains(word)) {
            throw computed();
        }
        if (!called && alone) {
            requireModes(word, true);
        }
    }

    private static void requireMode(String variable) {
        if (!keeps(variable)) {
            throw computed();
        }
    }

    private static void requireSymbol(Token token) {
        if (!token.isSymbol('(') && !token.isSymbol(')') && !token.isSymbol(',')) {
            throw computed();
        }
    }

    private static Unsure computed() {
        return new Unsure("a computed sql_mode");
    }
}
