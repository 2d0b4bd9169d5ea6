package org.gne.io.export;

import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.RowFact;
import org.gne.data.RowLabels;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a map with their errors and densities.
 *
 * @param embedding the coordinates
 * @param labels the labels, classes or numbers, or null
 * @param ids the ids, or null
 * @param errors the reconstruction errors, one per row
 * @param densities the log densities at the coordinates, one per row
 * @param threshold the log density below which a point is in a sparse part of the map
 * @param facts what else is known of the rows
 */
public record ExplainedRows(
        Embedding embedding,
        @Nullable RowLabels labels,
        @Nullable Ids ids,
        float[] errors,
        double[] densities,
        double threshold,
        List<RowFact> facts) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is not one error and one density per row
     */
    public ExplainedRows {
        facts = List.copyOf(facts);
        facts.forEach(fact -> MapColumns.check(fact.name(), fact.values().size(), embedding));
        if (errors.length != embedding.size() || densities.length != embedding.size()) {
            throw new IllegalArgumentException(errors.length + " errors and " + densities.length + " densities for "
                    + embedding.size() + " points, expected as many");
        }
    }

    /**
     * A table of some of the rows: {@code row,id,label}, coordinates named as by {@link MapTable}, {@code
     * error,logDensity,sparse}, and a column for each fact. The columns id and label always exist; they are empty if the values are not known.
     *
     * @param rows the rows of the table, in this order
     */
    public Table table(int[] rows) {
        RowTable<Integer> table = new RowTable<>("rows of the map", rows.length, i -> rows[i]);
        MapColumns.number(table);
        if (ids == null) {
            MapColumns.unknown(table, "id", Kind.TEXT);
        } else {
            MapColumns.ids(table, ids);
        }
        if (labels == null) {
            MapColumns.unknown(table, "label", Kind.TEXT);
        } else {
            MapColumns.labels(table, labels);
        }
        MapColumns.coordinates(table, embedding);
        table.add("error", Kind.NUMBER, row -> Float.toString(errors[row]));
        table.add("logDensity", Kind.NUMBER, row -> Float.toString((float) densities[row]));
        table.add("sparse", Kind.BOOLEAN, row -> Boolean.toString(!(densities[row] >= threshold)));
        MapColumns.facts(table, facts);
        return table;
    }
}
