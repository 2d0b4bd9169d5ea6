package org.gne.io.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/** The texts of rows as a table, to be read beside a map. */
public final class TextsTable {

    /** The largest number of characters of a text that is read back. */
    private static final int LONGEST = 1 << 27;

    private TextsTable() {}

    /**
     * What a file of texts holds.
     *
     * @param ids the id of each row, or null if rows have none
     * @param texts the text of each row, empty where there is none
     */
    public record Read(@Nullable List<String> ids, List<String> texts) {}

    /**
     * Reads texts back.
     *
     * @param file what {@link CsvExport} has written of {@link #of}
     * @param rows the number of rows that it should have
     * @throws IOException if the file cannot be read or is no such file
     */
    public static Read read(Path file, int rows) throws IOException {
        List<String> ids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().maxBufferSize(LONGEST).ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord line : csv) {
                line.findField("id").map(SpreadsheetText::plain).ifPresent(ids::add);
                texts.add(SpreadsheetText.plain(line.findField("text").orElse("")));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        if (texts.size() != rows) {
            throw new IOException(file + ": found " + texts.size() + " rows, expected " + rows + " as the model has");
        }
        return new Read(ids.size() == rows ? ids : null, texts);
    }

    /**
     * A row for each row: its number from 0, its id if it has one, and its text.
     *
     * @throws IllegalArgumentException if the rows have no texts
     */
    public static Table of(Dataset data) {
        List<String> texts = data.texts();
        if (texts == null) {
            throw new IllegalArgumentException(data.name() + ": found rows without texts, expected some");
        }
        RowTable<Integer> table = new RowTable<>(data.name(), texts.size(), row -> row);
        MapColumns.number(table);
        Ids ids = data.ids();
        if (ids != null) {
            MapColumns.ids(table, ids);
        }
        table.add("text", Kind.TEXT, texts::get);
        return table;
    }
}
