package org.gne.io.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gne.data.AtomicFile;
import org.gne.data.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The file of the tags of a map's rows: a line of names, {@code row,tag} or {@code id,tag}, then a line for each row with a tag. People may
 * edit it: a line that cannot be used is said, and stays in the file.
 */
public final class TagsCsv {

    private static final String TAG = "tag";

    private TagsCsv() {}

    /**
     * Reads tags. A file that does not exist has none.
     *
     * @param rows the number of rows of the map
     * @param ids their ids, or null if they are not known
     * @throws IOException if the file cannot be read, its first line is another, or it names rows by ids and these are not known or not
     *     different
     */
    public static RowTags read(Path file, int rows, @Nullable Ids ids) throws IOException {
        if (!Files.exists(file)) {
            return RowTags.none(rows);
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> lines = csv.iterator();
            List<String> names = lines.hasNext() ? lines.next().getFields() : List.of();
            boolean byId = names.equals(List.of("id", TAG));
            if (!byId && !names.equals(List.of("row", TAG))) {
                throw new IOException(file + ", line 1: found the columns " + String.join(",", names)
                        + ", expected row,tag or id,tag");
            }
            Lines read = new Lines(file, rows, byId ? numbers(file, ids) : null);
            lines.forEachRemaining(read::take);
            return new RowTags(read.tags, byId, List.copyOf(read.unread));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** The number of the row with each id. */
    private static Map<String, Integer> numbers(Path file, @Nullable Ids ids) throws IOException {
        if (ids == null) {
            throw new IOException(file + ": found rows named by id, but the ids are not known;"
                    + " expected INPUT with its --id, or the columns row,tag");
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int row = 0; row < ids.size(); row++) {
            if (numbers.put(ids.get(row), row) != null) {
                throw new IOException(file + ": found rows named by id, but several rows have the id '" + ids.get(row)
                        + "'; expected the columns row,tag");
            }
        }
        return numbers;
    }

    /** Takes the lines after the first. */
    private static final class Lines {
        private final Path file;
        private final @Nullable Map<String, Integer> numbers;
        private final @Nullable String[] tags;
        private final List<RowTags.Unread> unread = new ArrayList<>();
        private final Set<String> different = new HashSet<>();

        Lines(Path file, int rows, @Nullable Map<String, Integer> numbers) {
            this.file = file;
            this.numbers = numbers;
            tags = new @Nullable String[rows];
        }

        void take(CsvRecord line) {
            List<String> fields = line.getFields();
            String fault = fault(fields);
            if (fault == null) {
                tags[row(fields.get(0))] = fields.get(1);
            } else {
                unread.add(new RowTags.Unread(
                        List.copyOf(fields),
                        file.getFileName() + ", line " + line.getStartingLineNumber() + ": " + fault));
            }
        }

        private @Nullable String fault(List<String> fields) {
            if (fields.size() != 2) {
                return "found " + fields.size() + " values, expected 2";
            }
            int row = row(fields.get(0));
            if (row < 0) {
                return numbers == null
                        ? "found row '" + fields.get(0) + "', expected 0 to " + (tags.length - 1)
                        : "found id '" + fields.get(0) + "', expected one of the map";
            }
            if (tags[row] != null) {
                return "found a second tag for " + (numbers == null ? "row " : "id ") + fields.get(0)
                        + ", expected one";
            }
            String fault = RowTags.fault(fields.get(1));
            if (fault == null && different.add(fields.get(1)) && different.size() > RowTags.MOST) {
                fault = "found more than " + RowTags.MOST + " different tags, expected at most as many";
            }
            return fault;
        }

        /** The number of the row that a field names, or -1. */
        private int row(String field) {
            if (numbers != null) {
                return numbers.getOrDefault(SpreadsheetText.plain(field), -1);
            }
            String text = field.strip();
            int row = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
            return row < tags.length ? row : -1;
        }
    }

    /**
     * Writes tags in the order of the rows, then the lines that could not be used. UTF-8, comma, line feed.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param ids the ids of the rows; null if tags were not read from a file with ids
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, RowTags tags, @Nullable Ids ids) throws IOException {
        Ids names = tags.byId() ? ids : null;
        AtomicFile.write(file, out -> {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            try {
                csv.writeRecord(names == null ? "row" : "id", TAG);
                for (int row = 0; row < tags.rows(); row++) {
                    String tag = tags.of(row);
                    if (tag != null) {
                        csv.writeRecord(
                                names == null ? Integer.toString(row) : SpreadsheetText.guarded(names.get(row)), tag);
                    }
                }
                for (RowTags.Unread line : tags.unread()) {
                    csv.writeRecord(line.fields());
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            csv.flush();
        });
    }
}
