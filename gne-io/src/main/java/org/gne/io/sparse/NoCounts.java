package org.gne.io.sparse;

import java.util.List;
import java.util.function.Supplier;
import org.gne.data.RowEntries;
import org.gne.data.Samples;
import org.gne.data.Schema;

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
     * @param instead finds the matrices of the same file that hold counts, if that is needed
     * @return nothing if the columns are counts
     */
    public static List<String> note(Samples rows, Supplier<List<String>> instead) {
        if (!(rows.schema() instanceof Schema.Columns table) || table.areCounts()) {
            return List.of();
        }
        List<String> others = instead.get();
        String remedy = others.isEmpty()
                ? "counts give better maps, if there are any"
                : "--array " + others.get(0) + " reads counts";
        return List.of("no counts: " + reason(rows, table) + "; the genes are numbers with a squared error, " + remedy);
    }

    private static String reason(Samples rows, Schema.Columns table) {
        RowEntries entries = new RowEntries(rows);
        for (int i = 0; i < rows.size(); i++) {
            int n = entries.read(i);
            for (int k = 0; k < n; k++) {
                float value = entries.value(k);
                if (value < 0 || value != Math.rint(value)) {
                    return "found " + value + " in cell " + (i + 1) + ", gene "
                            + table.columns().get(entries.column(k)).name() + (value < 0 ? "" : ", as of logarithms");
                }
            }
        }
        return "no value is above 1";
    }
}
