package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.sql.Lexer;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words of the one server that the other does not know. Both read alike here, so that what they do is known all the same. */
final class DialectFailures {
    private static final Set<String> REPLACED_BY_MARIADB = Set.of(
            "TABLE",
            "TEMPORARY",
            "INDEX",
            "UNIQUE",
            "FULLTEXT",
            "DATABASE",
            "SCHEMA",
            "PROCEDURE",
            "FUNCTION",
            "TRIGGER",
            "EVENT",
            "SEQUENCE",
            "USER",
            "ROLE",
            "SERVER",
            "AGGREGATE");

    /** Table options that the other server's grammar does not have (measured). */
    private static final Set<String> OF_MARIADB = Set.of(
            "PAGE_COMPRESSED",
            "PAGE_COMPRESSION_LEVEL",
            "TRANSACTIONAL",
            "ENCRYPTED",
            "ENCRYPTION_KEY_ID",
            "PAGE_CHECKSUM",
            "IETF_QUOTES",
            "SEQUENCE");

    private static final Set<String> OF_MYSQL = Set.of("AUTOEXTEND_SIZE", "TABLESPACE");

    private DialectFailures() {}

    static Optional<String> of(Operation operation, Situation situation) {
        boolean mariadb = situation.facts().dialect() == Dialect.MARIADB;
        String word = mariadb
                ? ofMysql(operation, situation.statement().sql())
                : ofMariadb(operation, situation.statement().sql());
        String server = mariadb ? "MariaDB" : "MySQL";
        return word.isEmpty() ? Optional.empty() : Optional.of(server + " knows no " + word + " here");
    }

    /** {@code ALTER TABLE IF EXISTS}, {@code RENAME TABLE IF EXISTS}. */
    static boolean tableIfExists(String sql) {
        List<Token> tokens = tokens(sql, Dialect.MARIADB);
        int table = tokens.size() > 1
                        && (tokens.get(1).is("ONLINE") || tokens.get(1).is("IGNORE"))
                ? 2
                : 1;
        return table + 2 < tokens.size()
                && (tokens.getFirst().is("ALTER") || tokens.getFirst().is("RENAME"))
                && (tokens.get(table).is("TABLE") || tokens.get(table).is("TABLES"))
                && tokens.get(table + 1).is("IF")
                && tokens.get(table + 2).is("EXISTS");
    }

    private static String ofMariadb(Operation operation, String sql) {
        boolean conditional =
                switch (operation) {
                    case TableOperation.AddColumn add -> add.ifNotExists();
                    case TableOperation.DropColumn drop -> drop.ifExists();
                    case TableOperation.DropConstraint drop -> drop.ifExists();
                    case MysqlOperation.ChangeColumn change -> change.ifExists();
                    case MysqlOperation.DropKey drop -> drop.ifExists() && !replaces(sql);
                    case MysqlOperation.DropForeignKey drop -> drop.ifExists();
                    case CreateIndex create -> create.ifNotExists();
                    default -> false;
                };
        if (conditional || tableIfExists(sql)) {
            return "IF EXISTS or IF NOT EXISTS";
        }
        if (operation instanceof MysqlOperation.DemandAlgorithm demand && demand.noCopy()) {
            return "NOCOPY";
        }
        if (operation instanceof MysqlOperation.ChangeVersioning) {
            return "SYSTEM VERSIONING";
        }
        if (sequence(operation)) {
            return "SEQUENCE";
        }
        if (operation instanceof MysqlOperation.SetOption set && OF_MARIADB.contains(set.option())) {
            return set.option();
        }
        List<Token> tokens = tokens(sql, Dialect.MYSQL);
        if (operation instanceof MysqlOperation.ShowKey && last(tokens).is("IGNORED")) {
            return "IGNORED";
        }
        if (replaces(sql)) {
            return "OR REPLACE";
        }
        return waits(tokens) ? "WAIT" : "";
    }

    private static boolean sequence(Operation operation) {
        return switch (operation) {
            case OtherOperation.CreateObject create -> create.type().equals("sequence");
            case OtherOperation.AlterObject alter -> alter.type().equals("sequence");
            case OtherOperation.DropObject drop -> drop.type().equals("sequence");
            default -> false;
        };
    }

    private static String ofMysql(Operation operation, String sql) {
        if (operation instanceof CreateIndex create && create.computed()) {
            return "index over an expression";
        }
        if (operation instanceof MysqlOperation.EnforceCheck) {
            return "ENFORCED";
        }
        if (operation instanceof MysqlOperation.ChangePartitions change
                && change.kind().endsWith("-tablespace")) {
            return "TABLESPACE of a partition";
        }
        if (operation instanceof MysqlOperation.SetOption set && OF_MYSQL.contains(set.option())) {
            return set.option();
        }
        if (operation instanceof MysqlOperation.ShowColumn) {
            return "SET INVISIBLE or SET VISIBLE";
        }
        boolean visibility = operation instanceof MysqlOperation.ShowKey;
        Token last = last(tokens(sql, Dialect.MARIADB));
        return visibility && (last.is("VISIBLE") || last.is("INVISIBLE")) ? "INVISIBLE index" : "";
    }

    private static boolean replaces(String sql) {
        List<Token> tokens = tokens(sql, Dialect.MYSQL);
        return tokens.size() > 3
                && tokens.get(0).is("CREATE")
                && tokens.get(1).is("OR")
                && tokens.get(2).is("REPLACE")
                && REPLACED_BY_MARIADB.stream().anyMatch(tokens.get(3)::is);
    }

    /** Behind the table's name. */
    private static boolean waits(List<Token> tokens) {
        boolean alters =
                tokens.size() > 4 && tokens.get(0).is("ALTER") && tokens.get(1).is("TABLE");
        int at = alters && tokens.get(3).isSymbol('.') ? 5 : 3;
        boolean number = at + 1 < tokens.size() && tokens.get(at + 1).kind() == Token.Kind.NUMBER;
        return alters
                && at < tokens.size()
                && (tokens.get(at).is("NOWAIT") || (tokens.get(at).is("WAIT") && number));
    }

    private static Token last(List<Token> tokens) {
        return tokens.isEmpty() ? new Token(Token.Kind.SYMBOL, "", 0, 0) : tokens.getLast();
    }

    private static List<Token> tokens(String sql, Dialect dialect) {
        try {
            return Lexer.tokens(sql, dialect);
        } catch (PlanRefused e) {
            return List.of(); // What cannot be split into words is unreadable, which is HIGH already.
        }
    }
}
