package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.sql.Token;
import io.lockkeeper.riskengine.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds function calls by tokens. A function that is not known to be without effects makes a statement unreadable. */
final class MysqlCalls {
    /** Words before a parenthesis that are no call. */
    private static final Set<String> SYNTAX =
            Set.of(("against all and any as between binary by case char columns cross datetime decimal distinct"
                            + " div double else escape except exists float for from group having in index inner intersect"
                            + " interval into is join key lateral left like limit lines mod natural nchar nested not of offset on"
                            + " or order outer over partition primary recursive regexp returning right rlike rollup row"
                            + " rows select set signed some sounds straight_join then time union unsigned update use using"
                            + " value values when where window with xor")
                    .split(" "));

    /** Built-in functions that only compute, and those about locks by name, for which none but other migrations wait. */
    private static final Set<String> HARMLESS =
            Set.of(("abs acos add_months adddate addtime aes_decrypt aes_encrypt any_value ascii asin atan"
                            + " atan2 avg bin bin_to_uuid bit_and bit_count bit_length bit_or bit_xor cast ceil"
                            + " ceiling char_length character_length charset chr coalesce coercibility collation"
                            + " compress concat concat_ws connection_id conv convert convert_tz cos cot count crc32"
                            + " crc32c cume_dist curdate current_date current_role current_time current_timestamp"
                            + " current_user curtime database date date_add date_format date_sub datediff day dayname"
                            + " dayofmonth dayofweek dayofyear decode default degrees dense_rank des_decrypt"
                            + " des_encrypt elt encode encrypt exp export_set extract extractvalue field find_in_set"
                            + " first_value floor format format_bytes format_pico_time found_rows from_base64"
                            + " from_days from_unixtime from_vector geometrycollection geomfromtext get_format"
                            + " get_lock greatest group_concat grouping gtid_subset gtid_subtract hex hour"
                            + " icu_version if ifnull inet6_aton inet6_ntoa inet_aton inet_ntoa insert instr"
                            + " is_free_lock is_ipv4 is_ipv4_compat is_ipv4_mapped is_ipv6 is_used_lock is_uuid"
                            + " isnull json_array json_array_append json_array_insert json_array_intersect"
                            + " json_arrayagg json_compact json_contains json_contains_path json_depth json_detailed"
                            + " json_equals json_exists json_extract json_insert json_key_value json_keys json_length"
                            + " json_loose json_merge json_merge_patch json_merge_preserve json_normalize json_object"
                            + " json_object_filter_keys json_object_to_array json_objectagg json_overlaps json_pretty"
                            + " json_query json_quote json_remove json_replace json_schema_valid"
                            + " json_schema_validation_report json_search json_set json_storage_free"
                            + " json_storage_size json_table json_type json_unquote json_valid json_value kdf lag"
                            + " last_day last_insert_id last_value lastval lcase lead least left length lengthb"
                            + " linestring ln localtime localtimestamp locate log log10 log2 lower lpad ltrim"
                            + " make_set makedate maketime match max mbrcontains mbrcoveredby mbrcovers mbrdisjoint"
                            + " mbrequal mbrequals mbrintersects mbroverlaps mbrtouches mbrwithin md5 median"
                            + " microsecond mid min minute mod month monthname multilinestring multipoint"
                            + " multipolygon name_const natural_sort_key nextval now nth_value ntile nullif nvl nvl2"
                            + " oct octet_length old_password ord password percent_rank percentile_cont"
                            + " percentile_disc period_add period_diff pi point polygon position pow power"
                            + " ps_current_thread_id ps_thread_id quarter quote radians rand random_bytes rank"
                            + " regexp_instr regexp_like regexp_replace regexp_substr release_all_locks release_lock"
                            + " repeat replace reverse right round row_count row_number rownum rpad rtrim schema"
                            + " sec_to_time second session_user sformat sha sha1 sha2 sign sin soundex space sqrt"
                            + " st_area st_asbinary st_asgeojson st_astext st_aswkb st_aswkt st_boundary st_buffer"
                            + " st_buffer_strategy st_centroid st_collect st_contains st_convexhull st_crosses"
                            + " st_difference st_dimension st_disjoint st_distance st_distance_sphere st_endpoint"
                            + " st_envelope st_equals st_exteriorring st_frechetdistance st_geohash"
                            + " st_geomcollfromtext st_geomcollfromtxt st_geomcollfromwkb"
                            + " st_geometrycollectionfromtext st_geometrycollectionfromwkb st_geometryfromtext"
                            + " st_geometryfromwkb st_geometryn st_geometrytype st_geomfromgeojson st_geomfromtext"
                            + " st_geomfromwkb st_hausdorffdistance st_interiorringn st_intersection st_intersects"
                            + " st_isclosed st_isempty st_isring st_issimple st_isvalid st_latfromgeohash st_latitude"
                            + " st_length st_linefromtext st_linefromwkb st_lineinterpolatepoint"
                            + " st_lineinterpolatepoints st_linestringfromtext st_linestringfromwkb"
                            + " st_longfromgeohash st_longitude st_makeenvelope st_mlinefromtext st_mlinefromwkb"
                            + " st_mpointfromtext st_mpointfromwkb st_mpolyfromtext st_mpolyfromwkb"
                            + " st_multilinestringfromtext st_multilinestringfromwkb st_multipointfromtext"
                            + " st_multipointfromwkb st_multipolygonfromtext st_multipolygonfromwkb st_numgeometries"
                            + " st_numinteriorring st_numinteriorrings st_numpoints st_overlaps st_point"
                            + " st_pointatdistance st_pointfromgeohash st_pointfromtext st_pointfromwkb st_pointn"
                            + " st_pointonsurface st_polyfromtext st_polyfromwkb st_polygonfromtext st_polygonfromwkb"
                            + " st_relate st_simplify st_srid st_startpoint st_swapxy st_symdifference st_touches"
                            + " st_transform st_union st_validate st_within st_x st_y statement_digest"
                            + " statement_digest_text std stddev stddev_pop stddev_samp str_to_date strcmp"
                            + " string_to_vector subdate substr substring substring_index subtime sum sys_guid"
                            + " sysdate system_user tan time time_format time_to_sec timediff timestamp timestampadd"
                            + " timestampdiff to_base64 to_char to_days to_number to_seconds to_vector trim truncate"
                            + " ucase uncompress unhex unix_timestamp updatexml upper user utc_date utc_time"
                            + " utc_timestamp uuid uuid_short uuid_to_bin uuid_v1 uuid_v4 uuid_v7"
                            + " validate_password_strength values var_pop var_samp variance vec_distance"
                            + " vec_distance_cosine vec_distance_euclidean vec_fromtext vec_totext vector_dim"
                            + " vector_to_string version week weekday weekofyear weight_string year yearweek")
                    .split(" "));

    private MysqlCalls() {}

    /** Throws {@link Unsure} for a call of a function that may do something. */
    static void requireHarmless(List<Token> tokens) {
        int target = target(tokens);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (i != target && tokens.get(i + 1).isSymbol('(') && !harmless(tokens, i)) {
                throw new Unsure("it calls a function whose effects are not known");
            }
        }
    }

    /** Throws {@link Unsure} for a query that stores rows somewhere. */
    static void refuseInto(List<Token> tokens) {
        if (tokens.stream().anyMatch(token -> token.is("INTO"))) {
            throw new Unsure("SELECT … INTO writes a file or a variable of a stored program");
        }
    }

    private static boolean harmless(List<Token> tokens, int at) {
        Token name = tokens.get(at);
        if (name.kind() != Kind.WORD && name.kind() != Kind.QUOTED_NAME) {
            return true;
        }
        if (columnsOfAlias(tokens, at) || hint(tokens, at)) {
            return true;
        }
        String word = name.text().toLowerCase(Locale.ROOT);
        boolean qualified = at > 0 && tokens.get(at - 1).isSymbol('.');
        return name.kind() == Kind.WORD && !qualified && (SYNTAX.contains(word) || HARMLESS.contains(word));
    }

    /** Where the last part of the table's name of INSERT and REPLACE stands: its columns follow in parentheses. */
    private static int target(List<Token> tokens) {
        if (tokens.isEmpty()
                || (!tokens.getFirst().is("INSERT") && !tokens.getFirst().is("REPLACE"))) {
            return -1;
        }
        int i = 1;
        while (i < tokens.size() && modifier(tokens.get(i))) {
            i++;
        }
        boolean qualified = i + 2 < tokens.size() && tokens.get(i + 1).isSymbol('.');
        return qualified ? i + 2 : i;
    }

    private static boolean modifier(Token token) {
        return token.is("LOW_PRIORITY")
                || token.is("DELAYED")
                || token.is("HIGH_PRIORITY")
                || token.is("IGNORE")
                || token.is("INTO");
    }

    /** {@code USE INDEX (i)}, {@code FORCE KEY (i)}, {@code IGNORE INDEX FOR JOIN (i)}. */
    private static boolean hint(List<Token> tokens, int at) {
        return tokens.get(at).is("INDEX") || tokens.get(at).is("KEY");
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
