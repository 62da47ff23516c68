package io.lockkeeper.riskengine.onlineddl;

import java.util.Comparator;
import java.util.List;

/** The rows of measured.tsv. */
final class Measured {

    private Measured() {}

    static List<Measurement> all() {
        return Resources.text("measured.tsv")
                .lines()
                .skip(1)
                .map(Measurement::parse)
                .toList();
    }

    /** The versions that were measured, in the file's order. */
    static List<ServerVersion> servers() {
        return all().stream().map(Measurement::server).distinct().toList();
    }

    /** The rows of the server's own series; where none was measured, and then it says so, the product's newest. */
    static List<Measurement> nearest(ServerVersion server) {
        ServerVersion nearest =
                servers().stream().filter(server::sameSeries).findFirst().orElseGet(() -> newest(server));
        return all().stream().filter(row -> row.server().equals(nearest)).toList();
    }

    private static ServerVersion newest(ServerVersion server) {
        ServerVersion newest = servers().stream()
                .filter(measured -> measured.product().equals(server.product()))
                .max(Comparator.comparingInt(ServerVersion::major).thenComparingInt(ServerVersion::minor))
                .orElseThrow(() -> new IllegalStateException("measured.tsv has no " + server.product()));
        System.out.println("No rows of " + server + " in measured.tsv; comparing with those of " + newest);
        return newest;
    }
}
