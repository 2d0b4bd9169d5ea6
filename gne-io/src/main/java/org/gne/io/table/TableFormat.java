package org.gne.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.LabelsBuilder;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.jspecify.annotations.Nullable;

/**
 * A format of tables.
 *
 * @hidden internal
 */
public interface TableFormat extends InputFormat {

    @Override
    Table table(InputSource source, ReadOptions options) throws IOException;

    @Override
    default Dataset read(InputSource source, ReadOptions options) throws IOException {
        options.requireNoArray(source.text());
        try (Table table = table(source, options)) {
            return TableDataset.read(table, options);
        }
    }

    /** Opens a table of labels: texts without names of columns. */
    default Table labelTable(InputSource source) throws IOException {
        return table(source, CsvFormat.LABELS);
    }

    /** Reads a table of one column as labels; its first line is a name if the rest has the expected number of rows. */
    @Override
    default Labels labels(InputSource source, int rows) throws IOException {
        LabelsBuilder labels = new LabelsBuilder();
        try (Table table = labelTable(source);
                Table.Rows walk = table.rows()) {
            if (table.columns().size() != 1) {
                throw new InputException(
                        table.name() + ": found " + table.columns().size() + " columns, expected 1 of labels");
            }
            List<@Nullable String> found = new ArrayList<>();
            while (walk.next()) {
                found.add(walk.text(0));
            }
            int names = found.size() == rows + 1 ? 1 : 0;
            found.subList(names, found.size()).forEach(labels::add);
        }
        return labels.build();
    }
}
