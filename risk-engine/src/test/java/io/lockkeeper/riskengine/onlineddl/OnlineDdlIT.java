package io.lockkeeper.riskengine.onlineddl;

import io.lockkeeper.testbed.LocalMariadb;
import io.lockkeeper.testbed.LocalMysql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Real servers do what measured.tsv says: a sample of it, or all of it with {@code -Dlockkeeper.online-ddl.all}. With
 * {@code -Dlockkeeper.online-ddl.record} what one server does is written instead; name one test method then.
 */
class OnlineDdlIT {

    private static final Path RECORD = Path.of("src/test/resources/online-ddl/measured.tsv");

    /** One shape in so many: all of them take minutes per server. */
    private static final int SAMPLE = 6;

    @ParameterizedTest
    @MethodSource("io.lockkeeper.testbed.LocalMariadb#homes")
    void mariadbDoesAsRecorded(Path home) throws IOException {
        try (LocalMariadb mariadb = LocalMariadb.start(home)) {
            compare(Oracle.of(mariadb.server()));
        }
    }

    @Test
    void packagedMariadbDoesAsRecorded() throws IOException {
        Path home = required(LocalMariadb.packaged(), "packaged MariaDB", "bin/mysql-chroot mariadb");
        try (LocalMariadb mariadb = LocalMariadb.start(home)) {
            compare(Oracle.of(mariadb.server()));
        }
    }

    @Test
    void mysqlDoesAsRecorded() throws IOException {
        try (LocalMysql mysql = LocalMysql.start(required(LocalMysql.home(), "MySQL", "bin/mysql-chroot"))) {
            compare(Oracle.of(mysql.server()));
        }
    }

    private static Path required(Optional<Path> home, String what, String command) {
        if (home.isEmpty()) {
            System.out.println("SKIPPED: no " + what + " on this machine; " + command + " fetches one");
            abort("no " + what);
        }
        return home.orElseThrow();
    }

    private static void compare(Oracle oracle) throws IOException {
        ServerVersion server = oracle.version();
        List<Shape> shapes = Shape.all(server);
        if (System.getProperty("lockkeeper.online-ddl.record") != null) {
            write(server, shapes.stream().map(oracle::measure).toList());
            return;
        }
        Map<Shape, String> recorded =
                Measured.nearest(server).stream().collect(Collectors.toMap(Measurement::shape, Measurement::verdict));
        int step = System.getProperty("lockkeeper.online-ddl.all") == null ? SAMPLE : 1;
        for (int i = 0; i < shapes.size(); i += step) {
            Shape shape = shapes.get(i);
            assertThat(oracle.measure(shape).verdict())
                    .as("%s on %s", shape, server)
                    .isEqualTo(recorded.get(shape));
        }
    }

    /** Replaces the rows of the server's series, and keeps all others. */
    private static void write(ServerVersion server, List<Measurement> measured) throws IOException {
        String rows = Stream.concat(
                        Measured.all().stream().filter(row -> !row.server().sameSeries(server)), measured.stream())
                .map(Measurement::line)
                .collect(Collectors.joining("\n", Measurement.HEADER + "\n", "\n"));
        Files.writeString(RECORD, rows);
    }
}
