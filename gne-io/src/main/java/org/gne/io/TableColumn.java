package org.gne.io;

import org.jspecify.annotations.Nullable;

/**
 * A column as its source has it.
 *
 * @param name what it is called
 * @param kind what its values are
 * @param doubt why it may not be meant as text, where something speaks for that: place, found and expected; else null
 */
public record TableColumn(String name, Kind kind, @Nullable String doubt) {

    /** What values are. */
    public enum Kind {
        /** Whole numbers of up to 64 bits. */
        INTEGER,
        /** Other numbers. */
        NUMBER,
        /** False or true. */
        BOOLEAN,
        /** All else. */
        TEXT
    }

    /** A column that is what it looks like. */
    public TableColumn(String name, Kind kind) {
        this(name, kind, null);
    }
}
