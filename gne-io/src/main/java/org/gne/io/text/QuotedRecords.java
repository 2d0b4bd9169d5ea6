package org.gne.io.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/** Records with one character between fields, and quotes as in RFC 4180. */
final class QuotedRecords implements TextRecords {

    private static final int MOST_FIELDS = 1 << 20;

    /** The largest number of characters of a field. */
    private static final int LONGEST_FIELD = 1 << 20;

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    /** The number of lines before the text. */
    private final long before;

    private long line;

    /**
     * @param before the number of lines before the text, for messages
     */
    QuotedRecords(String name, Reader text, char delimiter, long before) {
        this.name = name;
        this.before = before;
        this.line = before;
        this.reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_FIELD * 2)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MOST_FIELDS)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(LONGEST_RECORD)),
                        new MarkedEnd(text));
        this.records = reader.iterator();
    }

    @Override
    public @Nullable List<String> next() throws IOException {
        try {
            CsvRecord record = records.next();
            boolean marked = record.getFieldCount() == 1 && record.getField(0).equals(MarkedEnd.MARK);
            if (marked && !records.hasNext()) {
                return null;
            }
            line = before + record.getStartingLineNumber();
            if (!records.hasNext()) {
                throw wrong("line " + line, "a quote that is not closed before the end of the file", "a closing quote");
            }
            return record.getFields();
        } catch (CsvParseException e) {
            throw failure(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private RuntimeException failure(CsvParseException e) throws IOException {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            if (cause instanceof InputException input) {
                return input;
            }
            if (cause instanceof IOException io) {
                throw io;
            }
        }
        return new InputException(name + ": after line " + line + ": " + cause.getMessage(), e);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
