package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds function calls by tokens. A function that is not known to be without effects makes a statement unreadable. */
final class Calls {
    /** Words before a parenthesis that are no call. */
    private static final Set<String> SYNTAX = Set.of(
            ("all and any array as between by case cast check conflict cube current_time current_timestamp distinct do else"
                            + " except exists filter from group grouping having ilike in inner intersect into is join"
                            + " lateral left like limit localtime localtimestamp materialized not offset on or order over"
                            + " overlaps partition recursive returning right rollup row select set sets similar some then"
                            + " union unique update using values when where with within ordinality key columns delete"
                            + " varchar char character varying numeric decimal dec bit time timestamp interval float")
                    .split(" "));

    /** Built-in functions that only compute, or keep other migrations waiting, who ask for the same lock by a number. */
    private static final Set<String> HARMLESS =
            Set.of(("abs age array_agg array_append array_cat array_length array_position array_prepend array_remove"
                            + " array_replace array_to_string avg bit_length bool_and bool_or btrim cardinality ceil"
                            + " ceiling char_length character_length chr clock_timestamp coalesce concat concat_ws count"
                            + " cume_dist date date_bin date_part date_trunc decode degrees dense_rank div encode every exp"
                            + " extract first_value floor format gen_random_uuid generate_series generate_subscripts"
                            + " greatest initcap isfinite json_agg json_array_elements json_array_elements_text"
                            + " json_array_length json_build_array json_build_object json_each json_each_text"
                            + " json_extract_path json_extract_path_text json_object json_object_agg json_object_keys"
                            + " json_strip_nulls json_typeof jsonb_agg jsonb_array_elements jsonb_array_elements_text"
                            + " jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each jsonb_each_text"
                            + " jsonb_extract_path jsonb_extract_path_text jsonb_insert jsonb_object jsonb_object_agg"
                            + " jsonb_object_keys jsonb_path_exists jsonb_path_query jsonb_pretty jsonb_set"
                            + " jsonb_strip_nulls jsonb_typeof justify_days justify_hours justify_interval lag last_value"
                            + " lead least left length ln localtime localtimestamp log lower lpad ltrim make_date"
                            + " make_interval make_time make_timestamp make_timestamptz max md5 min mod mode now nth_value"
                            + " ntile nullif num_nonnulls num_nulls octet_length overlay percent_rank percentile_cont"
                            + " percentile_disc pi position power quote_ident quote_literal quote_nullable radians random"
                            + " range_merge rank regexp_count regexp_like regexp_match regexp_matches regexp_replace"
                            + " regexp_split_to_array regexp_split_to_table regexp_substr repeat replace reverse right"
                            + " round row_number row_to_json rpad rtrim scale sha224 sha256 sha384 sha512 sign split_part"
                            + " sqrt starts_with statement_timestamp stddev string_agg string_to_array string_to_table"
                            + " strpos substr substring sum to_char to_date to_hex to_json to_jsonb to_number to_timestamp"
                            + " to_tsquery to_tsvector transaction_timestamp translate trim trunc unnest upper"
                            + " uuid_generate_v4 variance width_bucket nextval current_schema current_setting version"
                            + " col_description current_database current_schemas currval format_type"
                            + " has_column_privilege has_database_privilege has_function_privilege has_schema_privilege"
                            + " has_sequence_privilege has_table_privilege has_type_privilege lastval obj_description"
                            + " pg_column_size pg_database_size pg_get_constraintdef pg_get_expr pg_get_functiondef"
                            + " pg_get_indexdef pg_get_serial_sequence pg_get_triggerdef pg_get_userbyid pg_get_viewdef"
                            + " pg_has_role pg_indexes_size pg_is_in_recovery pg_notify pg_relation_size pg_size_pretty"
                            + " pg_table_is_visible pg_table_size pg_total_relation_size pg_type_is_visible pg_typeof"
                            + " pg_advisory_lock pg_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_all"
                            + " pg_advisory_unlock_shared pg_advisory_xact_lock pg_advisory_xact_lock_shared"
                            + " pg_backend_pid pg_try_advisory_lock pg_try_advisory_lock_shared"
                            + " pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared"
                            + " shobj_description to_regclass to_regnamespace to_regproc"
                            + " to_regprocedure to_regrole to_regtype txid_current uuid_generate_v1 uuid_generate_v7 uuidv4"
                            + " uuidv7")
                    .split(" "));

    private Calls() {}

    /** Throws {@link Unsure} for a call of a function that may do something. */
    static void requireHarmless(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token name = tokens.get(i);
            if (tokens.get(i + 1).isSymbol('(') && named(name) && !harmless(tokens, i)) {
                throw new Unsure("it calls a function whose effects are not known");
            }
        }
    }

    /** Throws {@link Unsure} for a query that changes rows inside WITH, or stores into a table. */
    static void refuseDataChange(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean opened = tokens.get(i - 1).isSymbol('(');
            if (opened && (token.is("INSERT") || token.is("UPDATE") || token.is("DELETE") || token.is("MERGE"))) {
                throw new Unsure("it changes rows inside a query");
            }
        }
    }

    /** A built-in function that only computes; as the server writes its name. */
    static boolean harmless(String function) {
        return HARMLESS.contains(function);
    }

    private static boolean named(Token token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME || token.kind() == Kind.ESCAPED_NAME;
    }

    private static boolean harmless(List<Token> tokens, int at) {
        Token name = tokens.get(at);
        boolean qualified = at > 0 && tokens.get(at - 1).isSymbol('.');
        if (targetOfInsert(tokens, at) || columnsOfAlias(tokens, at)) {
            return true;
        }
        if (name.kind() != Kind.WORD) {
            return false;
        }
        String word = name.text().toLowerCase(Locale.ROOT);
        if (qualified) {
            return at > 1 && tokens.get(at - 2).is("pg_catalog") && HARMLESS.contains(word);
        }
        return SYNTAX.contains(word) || HARMLESS.contains(word);
    }

    /** {@code INSERT INTO schema.table (a, b)}. */
    private static boolean targetOfInsert(List<Token> tokens, int at) {
        int before = at - 1;
        if (before > 0 && tokens.get(before).isSymbol('.')) {
            before -= 2;
        }
        return before > 0
                && tokens.get(before).is("INTO")
                && tokens.get(before - 1).is("INSERT");
    }

    /** {@code WITH t (a, b) AS (} and {@code AS t (a, b)}. */
    private static boolean columnsOfAlias(List<Token> tokens, int at) {
        if (at > 0 && tokens.get(at - 1).is("AS")) {
            return true;
        }
        int depth = 0;
        for (int i = at + 1; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0) {
                return i + 2 < tokens.size()
                        && tokens.get(i + 1).is("AS")
                        && tokens.get(i + 2).isSymbol('(');
            }
        }
        return false;
    }
}
