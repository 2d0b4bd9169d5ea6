package org.gne.io;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A column of a source.
 *
 * @param name the name
 * @param kind the kind of its values
 * @param doubt for a text column that looks like a column of numbers with a mistake: where, found and expected; else
 *     null
 * @serial exclude
 */
public record TableColumn(String name, Kind kind, @Nullable String doubt) implements Serializable {

    /** Kinds of values. */
    public enum Kind {
        /** Whole numbers of up to 64 bits. */
        INTEGER,
        /** Other numbers. */
        NUMBER,
        /** False and true. */
        BOOLEAN,
        /** Days. */
        DATE,
        /** Days with a time of day. */
        TIME,
        /** Anything else. */
        TEXT
    }

    /** A column without a doubt. */
    public TableColumn(String name, Kind kind) {
        this(name, kind, null);
    }
}
