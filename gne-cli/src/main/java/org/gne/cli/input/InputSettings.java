package org.gne.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.data.Schema.Picture;
import org.gne.data.StorageOptions;
import org.gne.io.ColumnChoice;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the data of a command is read. */
public class InputSettings {

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Columns of a table that make a row; * stands for any text; default: all.")
    private List<String> columns = List.of();

    @Option(names = "--exclude", paramLabel = "NAME", split = ",", description = "Columns to leave out.")
    private List<String> exclude = List.of();

    @Option(
            names = "--categories",
            paramLabel = "NAME",
            split = ",",
            description = "Columns whose numbers, or many different texts, are categories.")
    private List<String> categories = List.of();

    @Option(names = "--label", paramLabel = "NAME", description = "The column with the class of each row.")
    private @Nullable String label;

    @Option(names = "--id", paramLabel = "NAME", description = "The column with what each row is called.")
    private @Nullable String id;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "File with the class of each row (IDX, or a line of text each); default: the one beside INPUT,"
                            + " if any.")
    private @Nullable Path labels;

    @Option(
            names = "--header",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether the first line names the columns; default: unless it is all numbers.")
    private @Nullable Boolean header;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "Between the values of a line, or tab; default: by the first line.")
    private @Nullable String delimiter;

    @Option(
            names = "--array",
            paramLabel = "NAME",
            description = "The array of a file of several that holds the rows; --label and --id name others.")
    private @Nullable String array;

    @Option(
            names = "--picture",
            paramLabel = "HxW[xC]",
            description =
                    "Rows of numbers are pictures: pixels down and across, and 3 for red, green, blue; pictures are"
                            + " brought to that size.")
    private @Nullable String picture;

    @Option(names = "--limit", paramLabel = "ROWS", description = "Use the first ROWS rows only.")
    private @Nullable Integer limit;

    @Option(
            names = "--on-disk",
            description = "Keep the rows in a temporary file, not in memory; default: where they do not fit.")
    private boolean onDisk;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            description = "Folder for that file; default: the system's for temporary files.")
    private @Nullable Path scratch;

    /**
     * Reads data.
     *
     * @param input as {@link Inputs#read} takes it
     * @param schema what its rows have to be, or null
     * @throws org.gne.io.InputException if it can not be read
     * @throws IllegalArgumentException if an option is out of range
     */
    public Dataset read(String input, @Nullable Schema schema) {
        if (schema != null && !(columns.isEmpty() && exclude.isEmpty() && categories.isEmpty())) {
            throw new IllegalArgumentException(
                    (!columns.isEmpty() ? "--columns" : !exclude.isEmpty() ? "--exclude" : "--categories")
                            + ": the model says which columns a row has, expected none of --columns, --exclude, --categories");
        }
        return Inputs.read(input, options().withSchema(schema));
    }

    /**
     * The table that an input is, all its columns, or null where it is none.
     *
     * @see Inputs#table
     */
    public @Nullable Table table(String input) {
        return Inputs.table(input, options());
    }

    /** Where what does not fit into memory goes. */
    public Path scratch() {
        return storage().directory();
    }

    /** The name of the column of ids. */
    public @Nullable String id() {
        return id;
    }

    /** The name of the column of classes. */
    public @Nullable String label() {
        return label;
    }

    private ReadOptions options() {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("--limit: found " + limit + ", expected at least 1");
        }
        return ReadOptions.defaults()
                .withColumns(new ColumnChoice(columns, exclude, categories, label, id))
                .withLabels(labels)
                .withHeader(header)
                .withDelimiter(delimiter == null ? null : character(delimiter))
                .withArray(array)
                .withPicture(picture == null ? null : picture(picture))
                .withLimit(limit == null ? Integer.MAX_VALUE : limit)
                .withStorage(storage());
    }

    private StorageOptions storage() {
        StorageOptions storage = StorageOptions.automatic();
        storage = onDisk ? storage.onDisk() : storage;
        if (scratch == null) {
            return storage;
        }
        if (!Files.isDirectory(scratch)) {
            throw new IllegalArgumentException("--scratch: " + scratch + " is no folder, expected one that exists");
        }
        return storage.in(scratch);
    }

    private static char character(String text) {
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw new IllegalArgumentException(
                    "--delimiter: found '" + text + "', expected one character, no quote, or tab");
        }
        return text.charAt(0);
    }

    private static Picture picture(String text) {
        String[] sizes = text.split("x", -1);
        try {
            if (sizes.length == 2 || sizes.length == 3) {
                return new Picture(
                        Integer.parseInt(sizes[0]),
                        Integer.parseInt(sizes[1]),
                        sizes.length == 2 ? 1 : Integer.parseInt(sizes[2]));
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // Said below.
        }
        throw new IllegalArgumentException("--picture: found " + text + ", expected such as 28x28 or 32x32x3");
    }
}
