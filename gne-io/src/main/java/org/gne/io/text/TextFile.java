package org.gne.io.text;

import java.io.IOException;
import org.gne.io.InputSource;

/**
 * A text file as a table of texts.
 *
 * @param source the file
 * @param encoding its encoding
 * @param delimiter the character between fields, or {@link TextRecords#BLANKS}
 * @hidden internal
 */
public record TextFile(InputSource source, TextEncoding encoding, char delimiter) implements RecordSource {

    @Override
    public String name() {
        return source.text();
    }

    @Override
    public TextRecords open() throws IOException {
        return TextRecords.open(source, encoding, delimiter);
    }
}
