package org.gne.io.sparse;

import java.util.List;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.SparseSamples;

/**
 * Says of a matrix of genes that it holds no counts, because a biologist expects some.
 *
 * @hidden internal
 */
public final class NoCounts {

    private NoCounts() {}

    /**
     * A line that says which value is no count.
     *
     * @param rows the cells
     * @param instead the matrices of the same file that hold counts
     * @return nothing if the columns are counts
     */
    public static List<String> note(Samples rows, List<String> instead) {
        if (!(rows.schema() instanceof Schema.Columns table)
                || table.columns().stream().allMatch(column -> column.kind() == Column.Kind.COUNT)) {
            return List.of();
        }
        String remedy = instead.isEmpty()
                ? "counts give better maps, if there are any"
                : "--array " + instead.get(0) + " reads counts";
        return List.of("no counts: " + reason(rows, table) + "; the genes are numbers with a squared error, " + remedy);
    }

    private static String reason(Samples rows, Schema.Columns table) {
        int[] columns = new int[rows.width()];
        float[] values = new float[rows.width()];
        for (int i = 0; i < rows.size(); i++) {
            int n = rows.width();
            if (rows instanceof SparseSamples sparse) {
                n = sparse.entries(i, columns, values);
            } else {
                rows.read(i, values, 0);
            }
            for (int k = 0; k < n; k++) {
                if (values[k] < 0 || values[k] != Math.rint(values[k])) {
                    int column = rows instanceof SparseSamples ? columns[k] : k;
                    return "found " + values[k] + " in cell " + (i + 1) + ", gene "
                            + table.columns().get(column).name() + (values[k] < 0 ? "" : ", as of logarithms");
                }
            }
        }
        return "no value is above 1";
    }
}
