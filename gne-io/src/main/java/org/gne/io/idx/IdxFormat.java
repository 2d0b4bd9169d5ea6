package org.gne.io.idx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * IDX files: 2 axes are rows of columns, 3 axes grey images, 4 axes with a last one of size 3 colour images. Labels are
 * read from the file beside it that has {@code labels-idx1} in its name instead of {@code images-idx3}, with or without
 * {@code .gz}.
 *
 * @hidden internal
 */
public final class IdxFormat implements InputFormat {

    @Override
    public String description() {
        return "IDX (plain or gzip)";
    }

    /**
     * The format begins with two zeros, a type and the number of axes. Damaged files are claimed too, so that the
     * message says what is wrong with them.
     */
    @Override
    public boolean claims(InputSource source) {
        byte[] start = source.start();
        boolean magic = start.length < 4 || (start[0] == 0 && start[1] == 0);
        return source.isFile()
                && (magic || source.text().toLowerCase(Locale.ROOT).matches(".*idx.?(-ubyte)?(\\.gz)?"));
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        options.requireNoColumns(source.text(), "an IDX file");
        options.requireNoArray(source.text());
        Dataset rows = new Dataset(source.text(), samples(source, options), null);
        Path labels = options.labels() == null ? labelsBeside(source.path()) : null;
        if (labels == null) {
            return rows;
        }
        Labels found = labels(InputSource.of(labels.toString()), rows.samples().size());
        // The limit may have left out rows at the end.
        found = rows.samples().size() == options.limit() ? found.limit(options.limit()) : found;
        if (found.size() != rows.samples().size()) {
            throw new InputException(labels + ": " + found.size() + " labels, expected "
                    + rows.samples().size() + ", one for each row of " + rows.name());
        }
        return new Dataset(rows.name(), rows.samples(), found);
    }

    @Override
    public boolean labelsAreClasses() {
        return true;
    }

    @Override
    public Labels labels(InputSource source, int rows) throws IOException {
        return file(source).labels();
    }

    private static Samples samples(InputSource source, ReadOptions options) throws IOException {
        try (InputStream in = source.open()) {
            return IdxReader.rows(source.text(), in, options);
        }
    }

    private static IdxFile file(InputSource source) throws IOException {
        try (InputStream in = source.open()) {
            return IdxReader.read(source.text(), in);
        }
    }

    private static @Nullable Path labelsBeside(Path images) {
        String name = String.valueOf(images.getFileName());
        if (!name.contains("images-idx3")) {
            return null;
        }
        String same = name.replace("images-idx3", "labels-idx1");
        String other = same.endsWith(".gz") ? same.substring(0, same.length() - 3) : same + ".gz";
        for (String candidate : List.of(same, other)) {
            Path file = images.resolveSibling(candidate);
            if (InputSource.of(file.toString()).isFile()) {
                return file;
            }
        }
        return null;
    }
}
