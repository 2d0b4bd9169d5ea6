package org.gne.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/** Opens what a person names as the data. */
public final class Inputs {

    private Inputs() {}

    /**
     * Opens a data set with the class of each row from another file.
     *
     * @see #read(String, ReadOptions)
     */
    public static Dataset open(String input, @Nullable Path labels) {
        return read(input, ReadOptions.defaults().withLabels(labels));
    }

    /**
     * Opens a data set.
     *
     * @param input what an {@link InputFormat} reads: a name of its own ({@code mnist}), files, folders
     * @throws InputException if there is no such input, it cannot be read, is damaged, or is not what the options say
     */
    public static Dataset read(String input, ReadOptions options) {
        Schema schema = options.schema();
        ReadOptions complete = options.picture() == null && schema instanceof Schema.Picture picture
                ? options.withPicture(picture)
                : options;
        try {
            Dataset rows = checked(raw(input, complete), complete);
            return labelled(rows, complete).limit(options.limit());
        } catch (AccessDeniedException e) {
            throw new InputException(e.getFile() + ": may not be read (permission denied)", e);
        } catch (IOException e) {
            throw new InputException(input + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Opens an input as the table that it is, with all its columns, whether rows are made of them or not.
     *
     * @param input as {@link #read} takes it
     * @return the table, to be closed, or null where the input is no table: pictures, arrays
     * @throws InputException if there is no such input, it cannot be read or is damaged
     */
    public static @Nullable Table table(String input, ReadOptions options) {
        InputSource source = InputSource.of(input);
        try {
            return format(source).table(source, options);
        } catch (IOException e) {
            throw new InputException(input + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Dataset raw(String input, ReadOptions options) throws IOException {
        InputSource source = InputSource.of(input);
        return format(source).read(source, options);
    }

    /**
     * What reads a source.
     *
     * @throws InputException if nothing does
     */
    public static InputFormat format(InputSource source) {
        List<InputFormat> formats = formats();
        for (InputFormat format : formats) {
            if (format.names().contains(source.text())) {
                return format;
            }
        }
        for (InputFormat format : formats) {
            if (format.claims(source)) {
                return format;
            }
        }
        // Bundled sets first: they are short, and what a newcomer tries.
        String accepted = formats.stream()
                .sorted(Comparator.comparing(format -> format.names().isEmpty()))
                .map(InputFormat::description)
                .collect(Collectors.joining(", "));
        if (!source.isFile() && !source.isFolder()) {
            throw new InputException(
                    "input '" + source.text() + "': neither a known name nor a file that exists, expected " + accepted);
        }
        throw new InputException(source.text() + ": " + beginning(source) + ", expected " + accepted);
    }

    private static String beginning(InputSource source) {
        byte[] start = source.start();
        return source.isFolder()
                ? "is a directory"
                : "starts with " + HexFormat.ofDelimiter(" ").formatHex(start, 0, Math.min(4, start.length))
                        + ", which tells no kind that is known";
    }

    private static List<InputFormat> formats() {
        List<InputFormat> formats = new ArrayList<>();
        // Not the thread's own loader, which in some containers does not see this library.
        ServiceLoader.load(InputFormat.class, Inputs.class.getClassLoader()).forEach(formats::add);
        return formats;
    }

    /** Rows of numbers as the pictures they were said to be; rows as those of a model. */
    private static Dataset checked(Dataset data, ReadOptions options) {
        Samples samples = data.samples();
        Schema.Picture picture = options.picture();
        if (picture != null && !samples.schema().equals(picture)) {
            samples = pictures(data, picture);
        }
        Schema expected = options.schema();
        if (expected != null && samples.width() != expected.width()) {
            throw new InputException(data.name() + ": rows of " + samples.width() + " values, expected "
                    + expected.width() + " as the model has");
        }
        return new Dataset(data.name(), samples, data.labels(), data.ids());
    }

    private static Samples pictures(Dataset data, Schema.Picture picture) {
        boolean numbers = data.samples().schema() instanceof Schema.Columns columns && columns.allNumbers();
        if (!numbers || data.samples().width() != picture.width()) {
            throw new InputException(data.name() + ": rows of " + data.samples().width()
                    + (numbers ? " numbers" : " values that are not all plain numbers") + ", expected "
                    + picture.width() + " for pictures of " + picture.height() + " x " + picture.columns() + " x "
                    + picture.channels());
        }
        return data.samples().withSchema(picture);
    }

    private static Dataset labelled(Dataset rows, ReadOptions options) throws IOException {
        Path file = options.labels();
        if (file == null) {
            return rows;
        }
        if (options.columns().label() != null) {
            throw new InputException(file + ": labels for rows that have some in column "
                    + options.columns().label() + ", expected one of the two");
        }
        int size = rows.samples().size();
        InputSource source = InputSource.of(file.toString());
        Labels labels = format(source.existing()).labels(source, size);
        // Rows may have been read up to the limit only.
        labels = size == options.limit() ? labels.limit(size) : labels;
        if (labels.size() != size) {
            throw new InputException(
                    file + ": " + labels.size() + " labels, expected " + size + ", one for each row of " + rows.name());
        }
        return new Dataset(rows.name(), rows.samples(), labels, rows.ids());
    }
}
