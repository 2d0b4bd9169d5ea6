package org.gne.arrow;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.table.TableDataset;
import org.jspecify.annotations.Nullable;

/** The rows of an Arrow table in memory, as a {@link Dataset}: the same columns and types as in an Arrow file. */
public final class ArrowRoot {

    private ArrowRoot() {}

    /**
     * Copies the rows.
     *
     * @param name the name for messages and figures
     * @param root its vectors are the columns; they stay open, and are not used after the call
     * @param dictionaries the dictionaries of encoded vectors by their ids; empty if there are none
     * @param options which columns are used, and for what
     * @throws InputException if a column has another type than those of Arrow files, a chosen column does not exist, or
     *     there are no rows
     * @throws IOException if the rows cannot be stored
     */
    public static Dataset read(
            String name, VectorSchemaRoot root, Map<Long, Dictionary> dictionaries, ReadOptions options)
            throws IOException {
        List<TableColumn> columns = ArrowTable.columns(name, root.getFieldVectors(), dictionaries);
        return TableDataset.read(new InMemory(name, root, dictionaries, columns), options);
    }

    private record InMemory(
            String name, VectorSchemaRoot root, Map<Long, Dictionary> dictionaries, List<TableColumn> columns)
            implements Table {

        @Override
        public Rows rows() {
            return new Cursor(root.getFieldVectors(), dictionaries, root.getRowCount());
        }

        /** The vectors are the caller's. */
        @Override
        public void close() {}
    }

    private static final class Cursor implements Table.Rows {
        private final List<FieldVector> vectors;
        private final Map<Long, Dictionary> dictionaries;
        private final int size;
        private int row = -1;

        Cursor(List<FieldVector> vectors, Map<Long, Dictionary> dictionaries, int size) {
            this.vectors = vectors;
            this.dictionaries = dictionaries;
            this.size = size;
        }

        @Override
        public boolean next() {
            return ++row < size;
        }

        @Override
        public double number(int column) {
            ArrowCells.Cell cell = ArrowCells.cell(vectors.get(column), row, dictionaries);
            return cell == null ? Double.NaN : cell.number();
        }

        @Override
        public @Nullable String text(int column) {
            ArrowCells.Cell cell = ArrowCells.cell(vectors.get(column), row, dictionaries);
            return cell == null ? null : cell.text();
        }

        @Override
        public String place() {
            return "row " + (row + 1);
        }

        @Override
        public void close() {}
    }
}
