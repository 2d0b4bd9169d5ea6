package org.gne.cli.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gne.cli.output.Failures;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.results.GivenNames;
import org.gne.results.NameOptions;
import org.gne.results.NameOptions.Shown;
import org.gne.words.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how clusters are named, and which names are on a figure. */
public final class NameSettings {

    @Option(
            names = "--names",
            paramLabel = "WHAT",
            description =
                    "The names on the map: classes, clusters or none; default: classes if there are any. Or a CSV file with"
                            + " names for clusters: the columns cluster (its id in clusters.json) or row (one of its"
                            + " rows), and name; with row, level says which of its clusters (0, the default, is the"
                            + " largest).")
    private @Nullable String names;

    @Option(
            names = "--name-by",
            paramLabel = "COLUMN",
            description =
                    "A column of texts: clusters are named by its words and phrases that set them apart; default: by those"
                            + " of --text, else the"
                            + " columns and categories of a table, by classes, or by ids.")
    private @Nullable String texts;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            converter = LanguageOption.class,
            description = "The language of these texts: " + LanguageOption.CODES
                    + "; words without meaning are left out, forms of a word count as one; default: en.")
    private Language language = Language.ENGLISH;

    /** Whether an option was given that needs the data. */
    public boolean needData() {
        return texts != null;
    }

    /**
     * The options for some data.
     *
     * @param input the data as named on the command line
     * @param settings how it is read
     * @throws InputException if there is no such column or file
     */
    public NameOptions options(Dataset data, String input, InputSettings settings) {
        NameOptions options = options();
        return texts == null ? options : options.withTexts(column(texts, data, input, settings), language);
    }

    /** The options without texts. */
    public NameOptions options() {
        NameOptions options = NameOptions.defaults();
        if (names == null) {
            return options;
        }
        for (Shown shown : List.of(Shown.NONE, Shown.CLASSES, Shown.CLUSTERS)) {
            if (names.equals(shown.name().toLowerCase(Locale.ROOT))) {
                return options.withShown(shown);
            }
        }
        if (!names.contains(".")) {
            throw new IllegalArgumentException(
                    "--names: found '" + names + "', expected classes, clusters, none or a CSV file");
        }
        return options.withShown(Shown.CLUSTERS).withGiven(GivenNames.read(Path.of(names)));
    }

    /** A column of the table that some data was read from. */
    public static List<String> column(String name, Dataset data, String input, InputSettings settings) {
        try (Table table = settings.table(input)) {
            if (table == null) {
                throw new InputException(data.name() + ": found no table, expected one with the column " + name);
            }
            List<String> columns =
                    table.columns().stream().map(TableColumn::name).toList();
            int column = columns.indexOf(name);
            if (column < 0) {
                throw new InputException(
                        data.name() + ": found no column " + name + ", expected one of " + String.join(", ", columns));
            }
            List<String> texts = new ArrayList<>();
            try (Table.Rows rows = table.rows()) {
                while (texts.size() < data.samples().size() && rows.next()) {
                    String text = rows.text(column);
                    texts.add(text == null ? "" : text);
                }
            }
            if (texts.size() != data.samples().size()) {
                throw new InputException(data.name() + ": found " + texts.size() + " rows with texts, expected "
                        + data.samples().size());
            }
            return texts;
        } catch (IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }
}
