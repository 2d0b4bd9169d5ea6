package org.gne.arrow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.table.TableFormat;

/** Arrow IPC, as a file (Feather version 2) or as a stream. */
public final class ArrowFormat implements TableFormat {

    private static final String FILE = "ARROW1";
    private static final String FIRST_VERSION = "FEA1";

    /** How a message of a stream begins, before its length. */
    private static final String STREAM = "\u00ff\u00ff\u00ff\u00ff";

    @Override
    public String description() {
        return "Arrow (.arrow, .feather)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(List.of(".arrow", ".arrows", ".feather", ".ipc"));
    }

    @Override
    public boolean recognises(InputSource source) {
        String start = start(source);
        return start.startsWith(FILE) || start.startsWith(STREAM) || start.startsWith(FIRST_VERSION);
    }

    private static String start(InputSource source) {
        return new String(source.start(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        String start = start(source);
        if (start.startsWith(FIRST_VERSION)) {
            throw new InputException(
                    source.text() + ": is Feather version 1, expected version 2 (pandas: to_feather of a newer"
                            + " version, or to_parquet)");
        }
        ArrowInput input = new ArrowInput(source, start.startsWith(FILE));
        return ArrowTable.open(input);
    }
}
