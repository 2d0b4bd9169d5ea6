package org.gne.io;

/** The types that a user can give to a column of a table. */
public enum ColumnType {
    /** Numbers. */
    REAL,
    /** Booleans: true and false, yes and no, 1 and 0. */
    BINARY,
    /** Categories: texts or numbers without an order. */
    CATEGORY,
    /** Counts of something: whole numbers from 0 on. */
    COUNT,
    /** Free text, which is left out. */
    TEXT,
    /** Days. */
    DATE,
    /** Days with a time of day. */
    TIME,
    /** The ids of the rows. */
    ID,
    /** Left out. */
    EXCLUDE
}
