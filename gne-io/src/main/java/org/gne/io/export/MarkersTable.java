package org.gne.io.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gne.analysis.Markers;
import org.gne.data.Schema;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;

/** The columns of counts, such as genes, by which each class differs most from the rest. */
public final class MarkersTable {

    private record Line(int ofClass, int rank, int column) {}

    private MarkersTable() {}

    /**
     * A row per class and column: {@code class,rank,column,decodedFold,measuredFold,detected,detectedElsewhere}, as {@link Markers}
     * defines them; the highest decoded fold change first.
     *
     * @param schema the columns of the rows
     * @param most the largest number of columns of a class
     */
    public static Table of(Markers markers, Schema schema, int most) {
        List<Line> lines = new ArrayList<>();
        for (int of = 0; of < markers.classes().size(); of++) {
            int rank = 1;
            for (int column : markers.leading(of, most)) {
                lines.add(new Line(of, rank++, column));
            }
        }
        RowTable<Line> table = new RowTable<>("markers of classes", lines.size(), lines::get);
        table.add("class", Kind.TEXT, line -> markers.classes().get(line.ofClass));
        table.add("rank", Kind.INTEGER, line -> Integer.toString(line.rank));
        table.add("column", Kind.TEXT, line -> schema.valueName(line.column));
        number(table, "decodedFold", line -> markers.decoded()[line.ofClass][line.column]);
        number(table, "measuredFold", line -> markers.measured()[line.ofClass][line.column]);
        number(table, "detected", line -> markers.detected()[line.ofClass][line.column]);
        number(table, "detectedElsewhere", line -> markers.detectedElsewhere()[line.ofClass][line.column]);
        return table;
    }

    private static void number(RowTable<Line> table, String name, ToDoubleFunction<Line> value) {
        table.add(name, Kind.NUMBER, line -> Float.toString((float) value.applyAsDouble(line)));
    }
}
