package org.gne.io;

/** What a person can say that a column of a table is. */
public enum ColumnType {
    /** Numbers. */
    REAL,
    /** Booleans: true and false, yes and no, 1 and 0. */
    BINARY,
    /** One of several values, texts or numbers, that have no order. */
    CATEGORY,
    /** How many times something was counted: whole numbers from 0 on. */
    COUNT,
    /** Free text: not part of a row. */
    TEXT,
    /** Days. */
    DATE,
    /** Days with the time of day. */
    TIME,
    /** What rows are called: not part of a row. */
    ID,
    /** Not part of a row. */
    EXCLUDE
}
