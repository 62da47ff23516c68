package io.lockkeeper.riskengine.report;

/**
 * Table locks, weakest first, and what each keeps others from doing: PostgreSQL's, then those of the LOCK clause of MySQL
 * and MariaDB ({@link #NONE} is of both).
 */
public enum Lock {
    NONE("NONE", Blocks.NOTHING),
    ACCESS_SHARE("ACCESS SHARE", Blocks.NOTHING),
    ROW_SHARE("ROW SHARE", Blocks.NOTHING),
    ROW_EXCLUSIVE("ROW EXCLUSIVE", Blocks.NOTHING),
    SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE", Blocks.DDL),
    SHARE("SHARE", Blocks.WRITES),
    SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE", Blocks.WRITES),
    EXCLUSIVE("EXCLUSIVE", Blocks.WRITES),
    ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE", Blocks.READS_AND_WRITES),
    ONLINE_SHARED("SHARED", Blocks.WRITES),
    ONLINE_EXCLUSIVE("EXCLUSIVE", Blocks.READS_AND_WRITES);

    private final String words;
    private final Blocks blocks;

    Lock(String words, Blocks blocks) {
        this.words = words;
        this.blocks = blocks;
    }

    /** As the server's manual writes it. */
    public String words() {
        return words;
    }

    public Blocks blocks() {
        return blocks;
    }
}
