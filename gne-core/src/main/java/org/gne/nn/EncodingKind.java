package org.gne.nn;

import java.util.Locale;
import org.gne.data.Schema;

/** The kinds of {@link Encoding} that a fit can choose. */
public enum EncodingKind {
    /** The coordinates alone, as in the paper. */
    NONE,
    /** Learnt waves. */
    SINE,
    /** Learnt grids; on maps of more than 3 dimensions learnt waves. */
    GRIDS;

    /**
     * The encoding of this kind.
     *
     * @param dim the number of dimensions of the map
     * @param rows the number of rows of the data: more rows need finer grids
     */
    public Encoding of(int dim, int rows) {
        if (this == NONE) {
            return new PlainEncoding(dim);
        }
        return this == SINE || dim > GridEncoding.MOST_DIMENSIONS
                ? new SineEncoding(dim, SineEncoding.FEATURES)
                : GridEncoding.forRows(dim, rows);
    }

    /**
     * The encoding of this kind for rows of a kind: grids are coarser if a row is many counts.
     *
     * @param schema the kind of the rows
     */
    public Encoding of(int dim, int rows, Schema schema) {
        return this == GRIDS && dim <= GridEncoding.MOST_DIMENSIONS && schema.isManyCounts()
                ? GridEncoding.forCounts(dim, rows)
                : of(dim, rows);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
