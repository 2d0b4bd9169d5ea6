package org.gne.io.array;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;

/**
 * One array of NumPy, {@code .npy}, plain or gzip.
 *
 * @hidden internal
 */
public final class NpyFormat implements ArrayFormat {

    private static final List<String> ENDINGS = List.of(".npy");

    @Override
    public String description() {
        return "NumPy array (.npy)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(ENDINGS) || NpyHeader.begins(source.start());
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        options.requireNoColumns(source.text(), "a single array");
        options.requireNoArray(source.text());
        return ArrayFormat.super.read(source, options);
    }

    @Override
    public ArrayFile open(InputSource source) {
        return new Single(source);
    }

    /** A file with one array, which has no name. */
    private record Single(InputSource source) implements ArrayFile {
        @Override
        public String name() {
            return source.text();
        }

        @Override
        public List<String> names() {
            return List.of("");
        }

        @Override
        public StoredArray open(String array) throws IOException {
            InputStream in = new BufferedInputStream(source.open());
            try {
                return NpyHeader.read(name(), in);
            } catch (IOException | InputException e) {
                in.close();
                throw e;
            }
        }

        @Override
        public void close() {
            // Every opened array has a stream of its own.
        }
    }
}
