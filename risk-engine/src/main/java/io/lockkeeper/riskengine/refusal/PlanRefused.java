package io.lockkeeper.riskengine.refusal;

import org.jspecify.annotations.Nullable;

/** A submission that a person must change: says what was refused, where, and what to do next. */
public final class PlanRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final @Nullable String file;
    private final int line;
    private final String help;

    /**
     * @param file path inside the bundle, null when no file is to blame
     * @param line from 1; 0 when unknown
     * @param message what was refused
     * @param help what to do next
     */
    public PlanRefused(RefusalCode code, @Nullable String file, int line, String message, String help) {
        super(message);
        this.code = code;
        this.file = file;
        this.line = line;
        this.help = help;
    }

    public RefusalCode code() {
        return code;
    }

    public @Nullable String file() {
        return file;
    }

    /** From 1; 0 when unknown. */
    public int line() {
        return line;
    }

    public String help() {
        return help;
    }

    /** The same refusal, blamed on a file; used where the splitter knows only the text. */
    public PlanRefused in(String path) {
        PlanRefused moved = new PlanRefused(code, path, line, getMessage() == null ? code.name() : getMessage(), help);
        moved.setStackTrace(getStackTrace());
        return moved;
    }

    /** One line for a person: {@code V1__orders.sql:3: … }. */
    public String describe() {
        String where = file == null ? "" : line > 0 ? file + ":" + line + ": " : file + ": ";
        return where + getMessage() + ". " + help;
    }
}
