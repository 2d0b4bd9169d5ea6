package org.gne.arrow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** The rows of an Arrow file. One batch of them is in memory at a time. */
final class ArrowTable implements Table {

    private final ArrowInput input;
    private final List<TableColumn> columns;

    private ArrowTable(ArrowInput input, List<TableColumn> columns) {
        this.input = input;
        this.columns = columns;
    }

    /**
     * Opens a file and reads its columns.
     *
     * @throws InputException if it is damaged
     */
    static ArrowTable open(ArrowInput input) {
        List<TableColumn> columns = input.guarded(() -> {
            try (BufferAllocator memory = ArrowInput.memory();
                    ArrowReader reader = input.open(memory)) {
                return columns(
                        input.name(), reader.getVectorSchemaRoot().getFieldVectors(), reader.getDictionaryVectors());
            }
        });
        return new ArrowTable(input, columns);
    }

    /** The columns of vectors; {@code name} is for messages. */
    static List<TableColumn> columns(String name, List<FieldVector> vectors, Map<Long, Dictionary> dictionaries) {
        List<TableColumn> columns = new ArrayList<>();
        boolean values = false;
        for (FieldVector vector : vectors) {
            String own = vector.getField().getName();
            String column = own == null || own.isEmpty() ? "column" + (columns.size() + 1) : own;
            if (columns.stream().anyMatch(before -> before.name().equals(column))) {
                throw new InputException(name + ": found two columns with the name '" + column
                        + "', expected a different name for each");
            }
            columns.add(ArrowCells.column(column, vector, dictionaries));
            values |= !(vector.getField().getType() instanceof ArrowType.Null);
        }
        if (!values) {
            throw new InputException(name + ": found no column that can have values, expected at least one");
        }
        return columns;
    }

    @Override
    public String name() {
        return input.name();
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public Rows rows() {
        BufferAllocator memory = ArrowInput.memory();
        return input.guarded(() -> new ArrowRows(memory, input.open(memory)));
    }

    private final class ArrowRows implements Rows {
        private final BufferAllocator memory;
        private final ArrowReader reader;
        private final List<FieldVector> vectors;
        private final Map<Long, Dictionary> dictionaries;
        private int at = -1;
        private int size;
        private long row;

        ArrowRows(BufferAllocator memory, ArrowReader reader) throws IOException {
            this.memory = memory;
            this.reader = reader;
            this.vectors = reader.getVectorSchemaRoot().getFieldVectors();
            this.dictionaries = reader.getDictionaryVectors();
        }

        @Override
        public boolean next() {
            row++;
            at++;
            while (at >= size) {
                if (!input.guarded(reader::loadNextBatch)) {
                    return false;
                }
                size = input.guarded(() -> reader.getVectorSchemaRoot().getRowCount());
                at = 0;
            }
            return true;
        }

        @Override
        public double number(int column) {
            return input.guarded(() -> {
                ArrowCells.Cell cell = ArrowCells.cell(vectors.get(column), at, dictionaries);
                return cell == null ? Double.NaN : cell.number();
            });
        }

        @Override
        public @Nullable String text(int column) {
            // A guarded reading gives no null.
            List<String> text = input.guarded(() -> {
                ArrowCells.Cell cell = ArrowCells.cell(vectors.get(column), at, dictionaries);
                return cell == null ? List.of() : List.of(cell.text());
            });
            return text.isEmpty() ? null : text.get(0);
        }

        @Override
        public String place() {
            return "row " + row;
        }

        @Override
        public void close() {
            input.guarded(() -> {
                reader.close();
                memory.close();
                return row;
            });
        }
    }

    @Override
    public void close() {
        // Every cursor opens the file again.
    }
}
