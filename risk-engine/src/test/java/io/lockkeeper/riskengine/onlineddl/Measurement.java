package io.lockkeeper.riskengine.onlineddl;

/**
 * What one server did with one shape: a row of measured.tsv.
 *
 * @param algorithm the cheapest accepted; "-" when none can be named, "refused" when none is accepted
 * @param lock the most permissive accepted with it; DEFAULT when none can be named
 * @param rebuilt whether the table's pages are new afterwards: yes, no, partial (some partitions), gone, unseen
 * @param byDefault what happens when the statement names nothing: metadata, rebuilds (some partitions), copies rows, gone, or the error
 * @param waits the other tables whose open readers or writers hold the statement up; t itself where nothing can be named
 * @param note refusals, warnings and what else is worth knowing
 */
record Measurement(
        ServerVersion server,
        Shape shape,
        String algorithm,
        String lock,
        String rebuilt,
        String byDefault,
        String waits,
        String note) {

    static final String HEADER = String.join(
            "\t", "server", "shape", "kind", "statement", "algorithm", "lock", "rebuilt", "default", "waits", "note");

    static Measurement parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 10) {
            throw new IllegalArgumentException("not a measurement: " + line);
        }
        return new Measurement(
                ServerVersion.parse(cells[0]),
                new Shape(cells[1], cells[2], cells[3]),
                cells[4],
                cells[5],
                cells[6],
                cells[7],
                cells[8],
                cells[9]);
    }

    String line() {
        return String.join(
                "\t",
                server.toString(),
                shape.id(),
                shape.kind(),
                shape.statement(),
                algorithm,
                lock,
                rebuilt,
                byDefault,
                waits,
                note);
    }

    /** What must not differ between two patches of a series. Texts may. */
    String verdict() {
        return String.join(
                "\t",
                shape.id(),
                shape.kind(),
                shape.statement(),
                algorithm,
                lock,
                rebuilt,
                byDefault.replaceFirst("^(error \\d+).*", "$1"),
                waits);
    }
}
