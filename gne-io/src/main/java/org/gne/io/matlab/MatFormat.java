package org.gne.io.matlab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.array.ArrayFile;
import org.gne.io.array.ArrayFormat;

/**
 * MATLAB files, {@code .mat}, of versions 5 to 7: matrices by name. Version 7.3 is HDF5 with another order of axes, and
 * is refused.
 *
 * @hidden internal
 */
public final class MatFormat implements ArrayFormat {

    private static final String START = "MATLAB 5.0 MAT-file";

    @Override
    public String description() {
        return "MATLAB (.mat)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(List.of(".mat"));
    }

    @Override
    public boolean recognises(InputSource source) {
        return start(source).equals(START);
    }

    private static String start(InputSource source) {
        return new String(source.start(START.length()), StandardCharsets.ISO_8859_1);
    }

    @Override
    public ArrayFile open(InputSource source) throws IOException {
        String start = start(source);
        if (start.startsWith("MATLAB 7.3") || start.startsWith("\u0089HDF")) {
            throw new InputException(source.text()
                    + ": is a MATLAB file of version 7.3, expected version 7 (in MATLAB: save(..., '-v7'))");
        }
        return MatFile.open(source);
    }
}
