package org.gne.io;

/**
 * How far a long part of reading is.
 *
 * @param work what is done: {@code "downloading"}, {@code "reading"}
 * @param done how much is done, in units
 * @param total how much there is, or -1 if that is not known
 * @param unit what is counted
 */
public record ReadProgress(String work, long done, long total, Unit unit) {

    /** What is counted. */
    public enum Unit {
        /** Bytes of a file. */
        BYTES,
        /** Rows of the data. */
        ROWS
    }
}
