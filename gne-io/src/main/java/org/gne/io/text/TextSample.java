package org.gne.io.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.gne.io.InputException;
import org.gne.io.InputSource;

/**
 * The beginning of a text: whole lines, as far as they were examined.
 *
 * @hidden internal
 */
public final class TextSample {

    /** The largest number of characters, and of records. */
    private static final int LONGEST = 1 << 20;

    private static final int RECORDS = 1000;

    private final String text;

    private TextSample(String text) {
        this.text = text;
    }

    /** Reads the beginning of a file. */
    public static TextSample of(InputSource source, TextEncoding encoding) throws IOException {
        char[] some = new char[LONGEST];
        int n = 0;
        boolean end = false;
        try (Reader in = encoding.open(source)) {
            while (n < LONGEST && !end) {
                int more = in.read(some, n, LONGEST - n);
                end = more < 0;
                n += Math.max(0, more);
            }
        }
        String text = new String(some, 0, n);
        int last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return new TextSample(end || last < 0 ? text : text.substring(0, last + 1));
    }

    String text() {
        return text;
    }

    /** The first records with a delimiter: at most 1,000, fewer if one is damaged. */
    public List<List<String>> records(char delimiter) {
        List<List<String>> records = new ArrayList<>();
        try (TextRecords in = TextRecords.of("", new StringReader(text), delimiter)) {
            for (List<String> record = in.next(); record != null && records.size() < RECORDS; record = in.next()) {
                records.add(record);
            }
        } catch (InputException | IOException e) {
            // The reader of the whole file reports what is wrong.
        }
        return records;
    }
}
