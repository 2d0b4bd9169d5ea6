package org.gne.nn;

import java.util.ArrayList;
import java.util.List;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.data.VectorSource;
import org.jspecify.annotations.Nullable;

/**
 * The weights of vectors beside other columns. A vector has hundreds of values, and without weights three numbers beside
 * it would not count. All vectors together get the sum of their weights ({@link VectorSource#weight}), all other columns
 * together get 1; the mean weight of the row's values stays 1, so that the loss does not change its size.
 */
final class VectorWeights {

    private VectorWeights() {}

    /** The stretches of a table with these weights; the same stretches if there are only vectors, or none. */
    static List<Stretch> of(Schema.Columns table, List<Stretch> stretches) {
        List<Column> columns = table.columns();
        List<VectorSource> vectors = new ArrayList<>();
        for (Column column : columns) {
            VectorSource source = column.source();
            if (source != null) {
                vectors.add(source);
            }
        }
        int others = columns.size() - vectors.size();
        if (vectors.isEmpty() || others == 0) {
            return stretches;
        }
        double values = others;
        double shares = 1;
        for (VectorSource vector : vectors) {
            values += vector.size();
            shares += vector.weight();
        }
        List<Stretch> weighted = new ArrayList<>();
        for (Stretch stretch : stretches) {
            VectorSource vector = vectorAt(columns, stretch.from());
            double share = vector == null ? 1.0 / others : vector.weight() / vector.size();
            weighted.add(stretch.weighted((float) (share * values / shares)));
        }
        return weighted;
    }

    private static @Nullable VectorSource vectorAt(List<Column> columns, int from) {
        int at = 0;
        for (Column column : columns) {
            if (at == from) {
                return column.source();
            }
            at += column.width();
        }
        return null;
    }
}
