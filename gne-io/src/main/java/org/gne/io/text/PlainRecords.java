package org.gne.io.text;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records with one character between fields, read without making texts of the fields. A field may be in quotes that hold no quote and no
 * end of a line. At the first record with other quotes, or with extreme sizes, {@link QuotedRecords} takes over, which knows all rules.
 */
final class PlainRecords implements TextRecords, Fields {

    private static final int ROOM = 1 << 16;

    /** Larger records and those with more fields are left to {@link QuotedRecords}, which checks the limits. */
    private static final int LARGE = 1 << 20;

    private static final int MOST_FIELDS = 1 << 18;

    /** Kinds of fields: not known, a whole number, a number with a point. */
    private static final byte UNKNOWN = 0;

    private static final byte WHOLE = 1;
    private static final byte POINT = 2;

    private final String name;
    private final Reader in;
    private final char delimiter;
    private final PlainNumber number = new PlainNumber();
    /** The last character is no part of the text: a zero behind the end stops every loop over digits. */
    private char[] text = new char[ROOM];
    /** Where the record begins in {@link #text}, where it goes on, and where the characters that were read end. */
    private int base;

    private int at;
    private int limit;
    private boolean atEnd;
    /** The begin and the end of each field, from the begin of the record on. */
    private int[] starts = new int[64];

    private int[] ends = new int[64];
    /** The numbers that were parsed while the end of their field was searched, and what they are. */
    private double[] values = new double[64];

    private byte[] kinds = new byte[64];
    private byte kind;
    private int size;
    private long line;
    /** The line in which the next record begins. */
    private long nextLine = 1;

    private @Nullable QuotedRecords quoted;

    PlainRecords(String name, Reader text, char delimiter) {
        this.name = name;
        this.in = text;
        this.delimiter = delimiter;
    }

    @Override
    public @Nullable List<String> next() throws IOException {
        Fields fields = read();
        if (fields == null) {
            return null;
        }
        List<String> texts = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            texts.add(fields.text(i));
        }
        return texts;
    }

    @Override
    public @Nullable Fields read() throws IOException {
        if (quoted != null) {
            return quoted.read();
        }
        if (!skipEmptyLines()) {
            return null;
        }
        line = nextLine;
        size = 0;
        while (true) {
            if (!field()) {
                return handOver();
            }
            int c = peek();
            if (c != delimiter) {
                endLine();
                return this;
            }
            at++;
        }
    }

    /** Moves to the first line that is not empty; false at the end. */
    private boolean skipEmptyLines() throws IOException {
        base = at;
        int c = peek();
        while (c == '\n' || c == '\r') {
            endLine();
            base = at;
            c = peek();
        }
        return c >= 0;
    }

    /** Moves behind the end of a line. */
    private void endLine() throws IOException {
        int c = peek();
        if (c >= 0) {
            at++;
            nextLine++;
            if (c == '\r' && peek() == '\n') {
                at++;
            }
        }
    }

    /** Finds the end of a field; false if its quotes or its size are not for this class. */
    private boolean field() throws IOException {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
        }
        int begin = at;
        if (isNumber()) {
            starts[size] = begin - base;
            ends[size++] = at - base;
            return size < MOST_FIELDS;
        }
        kinds[size] = UNKNOWN;
        boolean quotes = peek() == '"';
        at += quotes ? 1 : 0;
        int start = at - base;
        if (!find(quotes)) {
            return false;
        }
        starts[size] = start;
        ends[size++] = at - base;
        if (quotes) {
            at++;
            int after = peek();
            return size < MOST_FIELDS && (after < 0 || after == delimiter || after == '\n' || after == '\r');
        }
        return size < MOST_FIELDS;
    }

    /** Moves to the end of the field if it holds a simple number, and keeps it. Most fields do; so they are looked at only once. */
    private boolean isNumber() {
        char[] some = text;
        int i = at;
        char c = some[i];
        boolean negative = c == '-';
        if (negative || c == '+') {
            c = some[++i];
        }
        int from = i;
        long value = 0;
        while (c >= '0' && c <= '9') {
            value = 10 * value + (c - '0');
            c = some[++i];
        }
        int digits = i - from;
        int fraction = 0;
        boolean point = c == '.';
        if (point) {
            c = some[++i];
            from = i;
            while (c >= '0' && c <= '9') {
                value = 10 * value + (c - '0');
                c = some[++i];
            }
            fraction = i - from;
            digits += fraction;
        }
        if ((c != delimiter && c != '\n' && c != '\r')
                || i >= limit
                || digits == 0
                || !PlainNumber.isExact(digits, value)) {
            return false;
        }
        double found = point ? PlainNumber.shifted(value, fraction) : value;
        values[size] = negative ? -found : found;
        kinds[size] = point ? POINT : WHOLE;
        at = i;
        return true;
    }

    /** Moves to the end of the field; false if there is none that is simple. */
    private boolean find(boolean quotes) throws IOException {
        char stop = quotes ? '"' : delimiter;
        while (true) {
            char[] some = text;
            int to = limit;
            for (int i = at; i < to; i++) {
                char c = some[i];
                if (c == stop || c == '\n' || c == '\r') {
                    at = i;
                    return !quotes || c == '"';
                }
            }
            at = limit;
            if (at - base > LARGE) {
                return false;
            }
            if (!fill()) {
                return !quotes;
            }
        }
    }

    /** The next character, -1 at the end. */
    private int peek() throws IOException {
        return at < limit || fill() ? text[at] : -1;
    }

    /** Reads more characters; keeps those from the begin of the record on. */
    private boolean fill() throws IOException {
        if (atEnd) {
            return false;
        }
        System.arraycopy(text, base, text, 0, limit - base);
        at -= base;
        limit -= base;
        base = 0;
        if (limit == text.length - 1) {
            text = Arrays.copyOf(text, 2 * limit);
        }
        int n = in.read(text, limit, text.length - 1 - limit);
        atEnd = n < 0;
        limit += Math.max(0, n);
        text[limit] = 0;
        return n > 0 || (!atEnd && fill());
    }

    /** Lets the other reader go on at the begin of this record. */
    private @Nullable Fields handOver() throws IOException {
        Reader rest = new JoinedReader(new CharArrayReader(text, base, limit - base), in);
        quoted = new QuotedRecords(name, rest, delimiter, line - 1);
        return quoted.read();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String text(int field) {
        return new String(text, base + starts[field], ends[field] - starts[field]);
    }

    @Override
    public double plainNumber(int field) {
        kind = kinds[field];
        return kind == UNKNOWN ? number.parse(text, base + starts[field], base + ends[field]) : values[field];
    }

    @Override
    public boolean isWhole() {
        return kind == UNKNOWN ? number.isWhole() : kind == WHOLE;
    }

    @Override
    public boolean hasPoint() {
        return kind == UNKNOWN ? number.hasPoint() : kind == POINT;
    }

    @Override
    public long line() {
        return quoted == null ? line : quoted.line();
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
