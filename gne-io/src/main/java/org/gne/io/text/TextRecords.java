package org.gne.io.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.jspecify.annotations.Nullable;

/**
 * The records of a text, one after another. Empty lines are skipped.
 *
 * @hidden internal
 */
public interface TextRecords extends Closeable {

    /** The delimiter that stands for any number of spaces and tabs. */
    char BLANKS = ' ';

    /** The largest number of characters of a record. */
    int LONGEST_RECORD = 1 << 26;

    /** Opens a file at its first record. */
    static TextRecords open(InputSource source, TextEncoding encoding, char delimiter) throws IOException {
        return of(source.text(), encoding.open(source), delimiter);
    }

    /**
     * The records of a text.
     *
     * @param name the name for messages
     */
    static TextRecords of(String name, Reader text, char delimiter) {
        return delimiter == BLANKS ? new BlankRecords(name, text) : new PlainRecords(name, text, delimiter);
    }

    /**
     * The fields of the next record, null after the last one.
     *
     * @throws java.nio.charset.CharacterCodingException if the text has another encoding
     * @throws InputException if the text is damaged
     */
    @Nullable List<String> next() throws IOException;

    /**
     * The next record, null after the last one. Unlike {@link #next} it may be read without making texts of its fields.
     *
     * @return the fields, valid until the next record is read
     */
    default @Nullable Fields read() throws IOException {
        List<String> fields = next();
        return fields == null ? null : new Fields.OfList(fields);
    }

    /** The line in which the last record began, from 1. */
    long line();

    /** The position of the last record, for messages: {@code "line 7"}. */
    default String place() {
        return "line " + line();
    }

    /** The name for messages. */
    String name();

    /** An exception for something wrong in the text. */
    default InputException wrong(String place, String found, String expected) {
        return new InputException(name() + ": " + place + ": found " + found + ", expected " + expected);
    }
}
