package org.gne.io.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.jspecify.annotations.Nullable;

/** Reads the records of a text table one after another; UTF-8, quotes as in RFC 4180. Empty lines are skipped. */
final class CsvFile implements Closeable {

    private static final int MOST_FIELDS = 1 << 20;

    /** The largest number of characters of a field, and of a record. */
    private static final int LONGEST_FIELD = 1 << 20;

    private static final int LONGEST_RECORD = 1 << 26;

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long line;

    private CsvFile(String name, Reader text, char delimiter) {
        this.name = name;
        this.reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_FIELD * 2)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MOST_FIELDS)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(LONGEST_RECORD)),
                        text);
        this.records = reader.iterator();
    }

    static CsvFile open(InputSource source, char delimiter) throws IOException {
        return new CsvFile(source.text(), new MarkedEnd(text(source)), delimiter);
    }

    /** The characters of the file; bytes that are not UTF-8 are an error. */
    static Reader text(InputSource source) throws IOException {
        return new InputStreamReader(
                source.open(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /**
     * The fields of the next record, null after the last one.
     *
     * @throws InputException if the file is damaged
     */
    @Nullable List<String> next() throws IOException {
        try {
            CsvRecord record = records.next();
            boolean marked = record.getFieldCount() == 1 && record.getField(0).equals(MarkedEnd.MARK);
            if (marked && !records.hasNext()) {
                return null;
            }
            line = record.getStartingLineNumber();
            if (!records.hasNext()) {
                throw wrong("line " + line, "a quote that is not closed before the end of the file", "a closing quote");
            }
            return record.getFields();
        } catch (CsvParseException e) {
            throw failure(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw encoding(e);
            }
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
            if (cause instanceof CharacterCodingException) {
                return encoding(e);
            }
            if (cause instanceof IOException io) {
                throw io;
            }
        }
        return new InputException(name + ": after line " + line + ": " + cause.getMessage(), e);
    }

    private InputException encoding(Exception e) {
        return new InputException(
                name + ": after line " + line + ": found bytes that are not UTF-8 text, expected UTF-8", e);
    }

    /** The line in which the last record began, from 1. */
    long line() {
        return line;
    }

    InputException wrong(String place, String found, String expected) {
        return new InputException(name + ": " + place + ": found " + found + ", expected " + expected);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
