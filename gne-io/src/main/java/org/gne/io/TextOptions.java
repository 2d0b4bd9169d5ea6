package org.gne.io;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a text table is read. What is null is found from the text.
 *
 * @param header whether the first line holds the names of the columns
 * @param delimiter the character between values; a space stands for any number of spaces and tabs
 * @param encoding the encoding of the text
 * @param decimalComma whether numbers have a decimal comma, as in {@code 3,5}, or a decimal point
 */
public record TextOptions(
        @Nullable Boolean header,
        @Nullable Character delimiter,
        @Nullable Charset encoding,
        @Nullable Boolean decimalComma) {

    /** Everything is found from the text. */
    public static final TextOptions FOUND = new TextOptions(null, null, null, null);

    /** The same options with another answer to whether the first line holds names; null to find out. */
    public TextOptions withHeader(@Nullable Boolean value) {
        return new TextOptions(value, delimiter, encoding, decimalComma);
    }

    /** The same options with another character between values; null to find out. */
    public TextOptions withDelimiter(@Nullable Character value) {
        return new TextOptions(header, value, encoding, decimalComma);
    }

    /** The same options with another encoding; null to find out. */
    public TextOptions withEncoding(@Nullable Charset value) {
        return new TextOptions(header, delimiter, value, decimalComma);
    }

    /** The same options with another answer to whether numbers have a decimal comma; null to find out. */
    public TextOptions withDecimalComma(@Nullable Boolean value) {
        return new TextOptions(header, delimiter, encoding, value);
    }
}
