package org.gne.io.arff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.table.TableFormat;
import org.gne.io.text.TextEncoding;

/**
 * ARFF files: attributes with types, then rows.
 *
 * @hidden internal
 */
public final class ArffFormat implements TableFormat {

    private static final int LOOKED_AT = 4096;

    private static final Pattern START =
            Pattern.compile("\\s*(%[^\\n]*\\n\\s*)*@relation\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public String description() {
        return "ARFF (.arff)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(List.of(".arff"));
    }

    /** Whether it begins with comments and the name of a relation. */
    @Override
    public boolean recognises(InputSource source) {
        return START.matcher(new String(source.start(LOOKED_AT), StandardCharsets.ISO_8859_1))
                .matches();
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        return new ArffTable(source, TextEncoding.of(source, options.text().encoding()));
    }
}
