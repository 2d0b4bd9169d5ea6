package org.gne.data;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts of rows. The counts of rows and of following rows can be merged.
 *
 * @param rows the number of all rows
 * @param first {@code [width]}: the first row; zeros if there are no rows
 * @param likeFirst the number of rows with the same values as the first row, including it
 * @param withGaps the number of rows with missing values
 * @param missing the first cell with a missing value, or null
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
        // Rows that differ from their own first row may be equal to ours, but they were not counted.
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
