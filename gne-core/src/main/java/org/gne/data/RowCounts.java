package org.gne.data;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is counted row by row; the counts of rows and of those behind them can be merged.
 *
 * @param rows all of them
 * @param first {@code [width]}: the first row; of no rows, zeros
 * @param likeFirst rows of the same values, the first among them
 * @param withGaps rows that miss a value
 * @param missing the first cell without a value, or null
 * @param infinite the first infinite cell, or null
 */
record RowCounts(
        long rows,
        float[] first,
        long likeFirst,
        long withGaps,
        Survey.@Nullable Cell missing,
        Survey.@Nullable Cell infinite)
        implements Serializable {

    RowCounts merge(RowCounts next) {
        if (rows == 0 || next.rows == 0) {
            return rows == 0 ? next : this;
        }
        // What is not like its own first row may still be like ours: nobody has counted that.
        long more = Arrays.equals(first, next.first) ? next.likeFirst : 0;
        return new RowCounts(
                rows + next.rows,
                first,
                likeFirst + more,
                withGaps + next.withGaps,
                missing == null ? behind(next.missing) : missing,
                infinite == null ? behind(next.infinite) : infinite);
    }

    private Survey.@Nullable Cell behind(Survey.@Nullable Cell cell) {
        return cell == null ? null : new Survey.Cell(rows + cell.row(), cell.column(), cell.value());
    }
}
