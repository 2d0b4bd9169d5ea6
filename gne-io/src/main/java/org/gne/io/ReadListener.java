package org.gne.io;

/** Receives the progress of reading, on the thread that reads. */
@FunctionalInterface
public interface ReadListener {

    /** Ignores all progress. */
    ReadListener NONE = progress -> {};

    /** Receives the progress of one part of reading. */
    void onProgress(ReadProgress progress);

    /** Reports every 4,096th row. */
    default void onRow(String work, long row) {
        if ((row & 4095) == 0 && row > 0) {
            onProgress(new ReadProgress(work, row, -1, ReadProgress.Unit.ROWS));
        }
    }
}
