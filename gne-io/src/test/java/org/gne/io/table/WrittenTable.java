package org.gne.io.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gne.data.Dataset;
import org.gne.io.ColumnChoice;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;

/** Writes tables as CSV, column by column, and reads them. */
final class WrittenTable {

    Dataset read(int rows, Map<String, IntFunction<Object>> columns, ColumnChoice choice) {
        return read(rows, columns, options -> options.withColumns(choice));
    }

    /** Columns are in the order of their names, unless the map has one. */
    Dataset read(int rows, Map<String, IntFunction<Object>> columns, UnaryOperator<ReadOptions> options) {
        try {
            Path file = Files.createTempFile("gne-test-", ".csv");
            try {
                write(file, rows, columns);
                return Inputs.read(file.toString(), options.apply(ReadOptions.defaults()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, int rows, Map<String, IntFunction<Object>> columns) throws IOException {
        boolean ordered = columns instanceof LinkedHashMap;
        Map<String, IntFunction<Object>> all = ordered ? columns : new TreeMap<>(columns);
        StringBuilder text = new StringBuilder(String.join(",", all.keySet())).append('\n');
        for (int i = 0; i < rows; i++) {
            int row = i;
            String line = all.values().stream()
                    .map(column -> String.valueOf(column.apply(row)))
                    .collect(Collectors.joining(","));
            text.append(line).append('\n');
        }
        Files.writeString(file, text);
    }
}
