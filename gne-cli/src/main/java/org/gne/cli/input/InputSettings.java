package org.gne.cli.input;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gne.GneModel;
import org.gne.batch.BatchFactors;
import org.gne.cli.output.Notes;
import org.gne.cli.output.ReadingLines;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.data.Schema.Picture;
import org.gne.data.StorageOptions;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.LabelType;
import org.gne.io.ReadListener;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.TextChoice;
import org.gne.io.TextOptions;
import org.gne.text.PictureEmbedder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that say how the data is read. */
public class InputSettings {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private TableSettings table = new TableSettings();

    @Mixin
    private TextSettings texts = new TextSettings();

    @Mixin
    private GeneSettings genes = new GeneSettings();

    @Mixin
    private AddressSettings address = new AddressSettings();

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "File with the class of each row (IDX, or one line of text per row); default: the IDX file beside"
                            + " INPUT, if there is one.")
    private @Nullable Path labels;

    @Option(
            names = "--header",
            arity = "1",
            paramLabel = "true|false",
            description =
                    "Whether the first line holds the names of the columns; default: found by comparing it with the lines"
                            + " below.")
    private @Nullable Boolean header;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "The character between values, tab, or space (any number of them); default: found.")
    private @Nullable String delimiter;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "The encoding of a text table, such as utf-8, latin1 or windows-1251; default: found.")
    private @Nullable String encoding;

    @Option(
            names = "--decimal",
            paramLabel = "point|comma",
            description = "Whether numbers are written as 3.5 or as 3,5; default: found for each column.")
    private @Nullable String decimal;

    @Option(
            names = "--file-column",
            paramLabel = "NAME",
            description = "If INPUT is several files, add a column with the name of each row's file.")
    private @Nullable String fileColumn;

    @Option(
            names = {"--array", "--sheet"},
            paramLabel = "NAME",
            description =
                    "The array, the sheet of an Excel file, or the file of an archive, with the rows, if there are several;"
                            + " --label and --id name other arrays.")
    private @Nullable String array;

    @Option(
            names = "--picture",
            paramLabel = "HxW[xC]",
            description =
                    "Rows of numbers are images of this height and width, x3 for red, green, blue; image files are"
                            + " resized to it.")
    private @Nullable String picture;

    @Option(names = "--limit", paramLabel = "ROWS", description = "Use the first ROWS rows only.")
    private @Nullable Integer limit;

    @Option(
            names = "--on-disk",
            description = "Store the rows in a temporary file, not in memory; default: if they do not fit into memory.")
    private boolean onDisk;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            description = "Folder for that file and for downloads; default: the system's temporary folder.")
    private @Nullable Path scratch;

    /**
     * Reads data. Prints what the user should know of it on standard error, unless the command is quiet.
     *
     * @param input the input, as in {@link Inputs#read}
     * @param schema what the rows must be, or null
     * @throws org.gne.io.InputException if it cannot be read
     * @throws IllegalArgumentException if an option is out of range
     */
    public Dataset read(String input, @Nullable Schema schema) {
        return read(input, schema, null);
    }

    /**
     * Reads data, as {@link #read(String, Schema)}.
     *
     * @param vectors the file that keeps the vectors of texts, or null
     */
    public Dataset read(String input, @Nullable Schema schema, @Nullable Path vectors) {
        if (schema != null) {
            table.requireColumnsOfModel();
        }
        Dataset data;
        try (PictureEmbedder pictures = texts.pictures(schema)) {
            data = pictures == null
                    ? rows(input, schema, options().withSchema(schema), vectors)
                    : images(input, pictures);
        }
        data = schema == null ? genes.choose(data) : data;
        print(data.notes());
        return data;
    }

    /**
     * Reads rows for a model, as {@link #read(String, Schema)}. If the model was fitted to counts of batches, the counts are
     * divided by the factors of their batch.
     */
    public Dataset read(String input, GneModel model) {
        Dataset data = read(input, model.schema());
        BatchFactors batches = model.batches();
        if (batches == null) {
            return data;
        }
        Dataset corrected = Batches.of(data, input, batches, this);
        print(corrected.notes().subList(data.notes().size(), corrected.notes().size()));
        return corrected;
    }

    /** Reads the rows with all their columns, whatever a model uses of them, and prints nothing. */
    Dataset whole(String input) {
        return Inputs.read(input, options());
    }

    /** The columns of the table that the input is or has, such as those of obs; none if it has none. */
    List<String> columns(String input) {
        try (Table found = table(input)) {
            return found == null
                    ? List.of()
                    : found.columns().stream().map(TableColumn::name).toList();
        } catch (IOException e) {
            throw new InputException(input + ": cannot be read: " + e.getMessage(), e);
        }
    }

    void print(List<String> notes) {
        if (!isQuiet()) {
            Notes.print(notes, command.commandLine().getErr());
        }
    }

    /**
     * Reads rows that are added to a map: categories and columns that the map has never seen are added to the rows.
     *
     * @param model the schema of the map
     * @param leftOut the columns that the map has seen and left out
     * @param vectors the file that keeps the vectors of texts, or null
     */
    Dataset readAdded(String input, Schema model, List<String> leftOut, @Nullable Path vectors) {
        Dataset data;
        try (PictureEmbedder pictures = texts.pictures(model)) {
            data = pictures == null
                    ? rows(input, model, options().growing(model, leftOut), vectors)
                    : images(input, pictures);
        }
        print(data.notes());
        return data;
    }

    private Dataset rows(String input, @Nullable Schema schema, ReadOptions options, @Nullable Path vectors) {
        try (TextSettings.Texts embedding = texts.of(schema, threads(), vectors)) {
            TextChoice choice = embedding == null ? null : embedding.choice();
            return Inputs.read(input, options.withTexts(choice));
        }
    }

    private Dataset images(String input, PictureEmbedder embedder) {
        ReadOptions options = options();
        if (options.picture() != null) {
            throw new IllegalArgumentException(
                    "--picture: found " + picture + " beside --embed, expected --embed-size");
        }
        Dataset images = Inputs.read(input, options.withPicture(embedder.picture()));
        try {
            return embedder.embed(images, threads(), options.storage(), options.listener());
        } catch (IOException e) {
            throw new InputException(input + ": cannot be stored: " + e.getMessage(), e);
        }
    }

    /** The threads that the user asked for, or all processors. */
    private int threads() {
        OptionSpec threads = command.findOption("--threads");
        return threads != null && threads.getValue() instanceof Integer asked && asked > 0
                ? asked
                : Runtime.getRuntime().availableProcessors();
    }

    /** Every command that reads data has the option. */
    private boolean isQuiet() {
        OptionSpec quiet = command.findOption("--quiet");
        return quiet != null && Boolean.TRUE.equals(quiet.getValue());
    }

    /**
     * The input as a table with all its columns, or null if it is not a table.
     *
     * @see Inputs#table
     */
    public @Nullable Table table(String input) {
        return Inputs.table(input, options().withColumns(ColumnChoice.ALL));
    }

    /** Leaves a column out of the rows, because it has another use. */
    public void leaveOut(String column) {
        table.leaveOut(column);
    }

    /** How rows are stored. */
    public Path scratch() {
        return storage().directory();
    }

    /** The name of the column of ids. */
    public @Nullable String id() {
        return table.id();
    }

    /** The name of the column of classes. */
    public @Nullable String label() {
        return table.label();
    }

    /** The type of labels that was asked for, or null. */
    public @Nullable LabelType labelType() {
        return table.labelType();
    }

    private ReadOptions options() {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("--limit: found " + limit + ", expected at least 1");
        }
        return table.addTo(ReadOptions.defaults())
                .withLabels(labels)
                .withText(text())
                .withFileColumn(fileColumn)
                .withArray(array)
                .withPicture(picture == null ? null : picture(picture))
                .withLimit(limit == null ? Integer.MAX_VALUE : limit)
                .withStorage(storage())
                .withAddress(address.options())
                .withListener(
                        isQuiet()
                                ? ReadListener.NONE
                                : new ReadingLines(command.commandLine().getErr()));
    }

    private TextOptions text() {
        return new TextOptions(
                header,
                delimiter == null ? null : character(delimiter),
                encoding == null ? null : charset(encoding),
                decimal == null ? null : isComma(decimal));
    }

    private static Charset charset(String name) {
        for (String each : List.of(name, name.replace("-", ""), "x-" + name)) {
            try {
                return Charset.forName(each);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // The next spelling may be known.
            }
        }
        throw new IllegalArgumentException("--encoding: found '" + name
                + "', expected a name such as utf-8, utf-16, latin1, windows-1252 or shift_jis");
    }

    private static boolean isComma(String text) {
        if (text.equals("comma") || text.equals(",")) {
            return true;
        }
        if (text.equals("point") || text.equals(".")) {
            return false;
        }
        throw new IllegalArgumentException("--decimal: found '" + text + "', expected point or comma");
    }

    private StorageOptions storage() {
        StorageOptions storage = StorageOptions.automatic();
        storage = onDisk ? storage.onDisk() : storage;
        if (scratch == null) {
            return storage;
        }
        if (!Files.isDirectory(scratch)) {
            throw new IllegalArgumentException("--scratch: found " + scratch + ", expected an existing folder");
        }
        return storage.in(scratch);
    }

    private static char character(String text) {
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.equals("space")) {
            return ' ';
        }
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw new IllegalArgumentException(
                    "--delimiter: found '" + text + "', expected tab, space or one character that is not a quote");
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
            // The message is below.
        }
        throw new IllegalArgumentException("--picture: found " + text + ", expected a size like 28x28 or 32x32x3");
    }
}
