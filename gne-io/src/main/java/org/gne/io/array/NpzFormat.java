package org.gne.io.array;

import java.io.IOException;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;

/**
 * Several arrays of NumPy, {@code .npz}.
 *
 * @hidden internal
 */
public final class NpzFormat implements ArrayFormat {

    private static final List<String> ENDINGS = List.of(".npz");

    @Override
    public String description() {
        return "NumPy archive (.npz)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(ENDINGS);
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        try (ArrayFile file = open(source)) {
            if (SparseArrays.are(file)) {
                return SparseArrays.read(file, options);
            }
        }
        return ArrayFormat.super.read(source, options);
    }

    @Override
    public ArrayFile open(InputSource source) throws IOException {
        return NpzFile.open(source);
    }
}
