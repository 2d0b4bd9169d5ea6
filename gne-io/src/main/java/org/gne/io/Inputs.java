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
import org.gne.data.CountFacts;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.RowFact;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/** Opens the data that a user named. */
public final class Inputs {

    private Inputs() {}

    /**
     * Opens a data set with the default options.
     *
     * @see #read(String, ReadOptions)
     */
    public static Dataset read(String input) {
        return read(input, ReadOptions.defaults());
    }

    /**
     * Opens a file or a folder with the default options.
     *
     * @see #read(String, ReadOptions)
     */
    public static Dataset read(Path input) {
        return read(input.toString());
    }

    /**
     * Opens a data set, with the classes of the rows from another file.
     *
     * @see #read(String, ReadOptions)
     */
    public static Dataset open(String input, @Nullable Path labels) {
        return read(input, ReadOptions.defaults().withLabels(labels));
    }

    /**
     * Opens a data set.
     *
     * @param input an input for one of the {@link InputFormat}s: a name like {@code mnist}, a file, a folder
     * @throws InputException if there is no such input, it cannot be read, is damaged, or does not match the options
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
            throw unreadable(input, e);
        }
    }

    private static InputException unreadable(String input, IOException e) {
        // What follows a question mark in an address may be a secret.
        String name = input.matches("(?is)(https?|jdbc):.*") ? input.replaceAll("(?s)[?;].*", "") : input;
        return new InputException(name + ": cannot be read: " + e.getMessage(), e);
    }

    /**
     * Opens an input as a table with all its columns, also those that no row uses.
     *
     * @param input an input, as for {@link #read}
     * @return the table, to be closed by the caller, or null if the input is not a table: images, arrays
     * @throws InputException if there is no such input, it cannot be read or is damaged
     */
    public static @Nullable Table table(String input, ReadOptions options) {
        InputSource source = source(input, options);
        try {
            return format(source, options).table(source, options);
        } catch (IOException e) {
            throw unreadable(input, e);
        }
    }

    private static Dataset raw(String input, ReadOptions options) throws IOException {
        InputSource source = source(input, options);
        Dataset data = CountColumns.in(format(source, options).read(source, options), options.columns());
        List<RowFact> facts = CountFacts.of(data.samples());
        String line = CountFacts.line(facts);
        // Of rows for a model only those without counts are said: nothing says where they belong.
        boolean said = line != null && (options.schema() == null || CountFacts.empty(facts) > 0);
        return (said ? data.withNotes(List.of(String.valueOf(line))) : data).withFacts(facts);
    }

    private static InputFormat format(InputSource source, ReadOptions options) {
        for (InputFormat format : formats()) {
            if (format.claims(source, options)) {
                return format;
            }
        }
        return format(source);
    }

    private static InputSource source(String input, ReadOptions options) {
        if (options.address().query() != null && !input.startsWith("jdbc:")) {
            throw new InputException(input + ": found a query (--query) for an input that is no database, expected"
                    + " jdbc:..., or the query itself as the input");
        }
        return InputSource.of(input);
    }

    /**
     * The format that reads a source.
     *
     * @throws InputException if there is none
     */
    public static InputFormat format(InputSource source) {
        List<InputFormat> formats = formats();
        InputFormat known = known(source, formats);
        if (known != null) {
            return known;
        }
        String module = AbsentModule.of(source, formats);
        if (module != null) {
            throw new InputException(source.text() + ": is read by the artifact org.gne:" + module
                    + ", which is not on the class path, expected it as a dependency");
        }
        // Bundled data sets first: they are what a new user tries.
        String accepted = formats.stream()
                .sorted(Comparator.comparing(format -> format.names().isEmpty()))
                .map(InputFormat::description)
                .collect(Collectors.joining(", "));
        if (!source.isFile() && !source.isFolder()) {
            // The endings of files help nobody who mistyped a name.
            throw new InputException("input '" + source.text()
                    + "': neither a known name nor a file that exists, expected "
                    + accepted.replaceAll(" \\(\\.[^)]*\\)", ""));
        }
        throw new InputException(source.text() + ": " + beginning(source) + ", expected " + accepted);
    }

    /** The format that reads a source, or null. */
    public static @Nullable InputFormat known(InputSource source) {
        return known(source, formats());
    }

    private static @Nullable InputFormat known(InputSource source, List<InputFormat> formats) {
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
        for (InputFormat format : formats) {
            if (format.recognises(source)) {
                return format;
            }
        }
        return null;
    }

    private static String beginning(InputSource source) {
        byte[] start = source.start();
        return source.isFolder()
                ? "is a directory"
                : "starts with " + HexFormat.ofDelimiter(" ").formatHex(start, 0, Math.min(4, start.length))
                        + ", which is not a known format";
    }

    private static List<InputFormat> formats() {
        List<InputFormat> formats = new ArrayList<>();
        // Not the class loader of the thread, which does not find this library in some containers.
        ServiceLoader.load(InputFormat.class, Inputs.class.getClassLoader()).forEach(formats::add);
        return formats;
    }

    /** Treats rows of numbers as images if the options say so, and checks rows for a model. */
    private static Dataset checked(Dataset data, ReadOptions options) {
        Samples samples = data.samples();
        Schema.Picture picture = options.picture();
        if (picture != null && !samples.schema().equals(picture)) {
            samples = pictures(data, picture);
        }
        Schema expected = options.schema();
        if (expected instanceof Schema.Columns model && MatchedColumns.suits(samples, model)) {
            return MatchedColumns.of(data, samples, model, options.strict());
        }
        boolean grows = options.known() != null && samples.schema() instanceof Schema.Columns;
        if (expected != null && samples.width() != expected.width() && !grows) {
            throw new InputException(data.name() + ": rows of " + samples.width() + " values, expected "
                    + expected.width() + " as the model has");
        }
        return data.withSamples(samples);
    }

    private static Samples pictures(Dataset data, Schema.Picture picture) {
        boolean numbers = data.samples().schema() instanceof Schema.Columns columns && columns.allNumbers();
        if (!numbers || data.samples().width() != picture.width()) {
            throw new InputException(data.name() + ": rows of " + data.samples().width()
                    + (numbers ? " numbers" : " values that are not all plain numbers") + ", expected "
                    + picture.width() + " for images of " + picture.height() + " x " + picture.columns() + " x "
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
        InputFormat format = format(source.existing());
        Labels labels = format.labels(source, size);
        // The limit may have left out rows at the end.
        labels = size == options.limit() ? labels.limit(size) : labels;
        if (labels.size() != size) {
            throw new InputException(
                    file + ": " + labels.size() + " labels, expected " + size + ", one for each row of " + rows.name());
        }
        LabelType type =
                options.labelType() == null && format.labelsAreClasses() ? LabelType.CLASS : options.labelType();
        return LabelChoice.add(rows, String.valueOf(file.getFileName()), labels, type);
    }
}
