package org.gne.io.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records whose fields are separated by spaces and tabs, as many as there are. A field may be in double quotes; a quote that
 * is not closed before the next blank or the end of the line is an ordinary character, as in files of word vectors.
 */
final class BlankRecords implements TextRecords {

    private final String name;
    private final BufferedReader in;
    private final StringBuilder text = new StringBuilder();
    private long line;

    BlankRecords(String name, Reader text) {
        this.name = name;
        this.in = new BufferedReader(text, 1 << 16);
    }

    @Override
    public @Nullable List<String> next() throws IOException {
        while (readLine()) {
            line++;
            List<String> fields = fields();
            if (!fields.isEmpty()) {
                return fields;
            }
        }
        return null;
    }

    /** Reads a line into {@link #text}; false at the end. */
    private boolean readLine() throws IOException {
        text.setLength(0);
        int c = in.read();
        if (c < 0) {
            return false;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            text.append((char) c);
            if (text.length() > LONGEST_RECORD) {
                throw wrong("line " + (line + 1), "more than " + LONGEST_RECORD + " characters", "a shorter line");
            }
            c = in.read();
        }
        if (c == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
        return true;
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                return fields;
            }
            int close = text.charAt(at) == '"' ? closing(at) : -1;
            int end = close >= 0 ? close + 1 : at;
            while (end < text.length() && !isBlank(text.charAt(end))) {
                end++;
            }
            fields.add(close >= 0 ? text.substring(at + 1, close).replace("\"\"", "\"") : text.substring(at, end));
            at = end;
        }
    }

    /** The position of the quote that closes the field, or -1 if it is not followed by a blank or the end. */
    private int closing(int open) {
        int at = open + 1;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                if (at + 1 == text.length() || isBlank(text.charAt(at + 1))) {
                    return at;
                }
                if (text.charAt(at + 1) != '"') {
                    return -1;
                }
                at++;
            }
            at++;
        }
        return -1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
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
        in.close();
    }
}
