package org.gne.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.table.TableLayout;

/**
 * Rows whose values are in columns of their own, as in a table: numbers, booleans, categories, counts and dates, by the rules of the
 * library.
 *
 * @param frame the columns of the data frame
 * @param layout what becomes of them
 * @param keeps whether what cannot be used is a missing value
 */
record TableReader(SparkTable frame, TableLayout layout, boolean keeps) implements RowReader {

    /**
     * Finds the types of the columns, or the columns of a model.
     *
     * @throws IllegalArgumentException if columns do not exist or hold what a map cannot use
     */
    static TableReader of(Dataset<Row> data, ReadOptions options, InvalidRows invalid) {
        SparkTable frame = new SparkTable(data);
        try {
            return new TableReader(frame, TableLayout.of(frame, options), invalid == InvalidRows.KEEP);
        } catch (InputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int cells() {
        return layout.schema().columns().size();
    }

    @Override
    public Schema.Columns table() {
        return layout.schema();
    }

    @Override
    public RowValues read(Row row, String place) {
        try {
            return RowValues.dense(layout.read(new SparkRow(frame, row, place), keeps));
        } catch (InputException e) {
            return RowValues.wrong(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
