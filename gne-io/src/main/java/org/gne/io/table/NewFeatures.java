package org.gne.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.ReadOptions;
import org.gne.io.Table;

/** Makes features of the columns of a table that a map has never seen. */
final class NewFeatures {

    private NewFeatures() {}

    /**
     * Makes features of the columns that are neither in the schema nor among those that the map has left out.
     *
     * @param taken the positions of columns with another use
     */
    static List<Feature> of(
            Table table, ReadOptions options, Schema.Columns schema, TableNotes notes, List<Integer> taken)
            throws IOException {
        if (schema.columns().stream().allMatch(column -> column.source() != null)) {
            // A map of texts alone leaves out all other columns.
            return List.of();
        }
        ColumnChoice choice = options.columns();
        List<String> known = Objects.requireNonNull(options.known());
        Set<String> model = schema.columns().stream().map(Column::name).collect(Collectors.toSet());
        List<Integer> positions = new ArrayList<>(Features.positions(table, options, taken));
        positions.removeIf(i -> {
            String name = table.columns().get(i).name();
            // A map has a column for each number of a list.
            return model.contains(name)
                    || model.contains(ListNumberFeature.name(name, 0))
                    || ColumnChoice.matches(known, name);
        });
        return positions.isEmpty()
                ? List.of()
                : ColumnTypes.added(
                        new FeatureFactory(table, choice, Features.surveys(table, options), notes), positions);
    }
}
