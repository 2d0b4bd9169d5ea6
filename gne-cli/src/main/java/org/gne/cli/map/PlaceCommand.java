package org.gne.cli.map;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gne.GneModel;
import org.gne.cli.input.InputArgument;
import org.gne.cli.input.InputSettings;
import org.gne.cli.input.ModelArgument;
import org.gne.cli.input.WorkSettings;
import org.gne.cli.output.Failures;
import org.gne.data.AtomicFile;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.export.CsvExport;
import org.gne.io.export.DatasetTable;
import org.gne.io.export.PlacedTable;
import org.gne.place.Placed;
import org.gne.place.PlacementOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne place}. */
@Command(
        name = "place",
        description = "Places new rows on a map, and reports which of them the map does not explain.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Writes to FILE, for each row, its coordinates, the error of its reconstruction, its explained share (1 is best,",
            "0 is a constant), and whether the map explains it: whether its error is one that training rows have too,",
            "at their own coordinates or at those of a similar row. A file with the ending .json holds the figures.",
            "Columns are found by their names in the model. Missing values are ignored; --impute fills them in.",
            "",
            "Examples:",
            "  gne place out mnist-test",
            "  gne place cells more-cells.csv --id barcode --label type --out placed.csv",
            "  gne place cells with-gaps.csv --impute whole.csv"
        })
public final class PlaceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, or the folder of a fit.")
    private String model = "";

    @Parameters(index = "1", paramLabel = "INPUT", description = InputArgument.ACCEPTED)
    private String input = "";

    @Mixin
    private InputSettings settings = new InputSettings();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "placed.csv",
            description = "CSV file for the coordinates; default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("placed.csv");

    @Option(
            names = "--impute",
            paramLabel = "FILE",
            description = "CSV file for the rows of a table with their missing values filled in.")
    private @Nullable Path impute;

    @Mixin
    private WorkSettings work = new WorkSettings();

    @Override
    public Integer call() throws IOException {
        int workers = work.threads();
        requireFile("--out", out);
        if (impute != null) {
            requireFile("--impute", impute);
        }
        GneModel loaded = ModelArgument.load(model);
        if (impute != null && !(loaded.schema() instanceof Schema.Columns)) {
            throw new InputException("--impute " + impute + ": the rows of this model are images, expected a table");
        }
        Dataset data = settings.read(input, loaded);
        PrintWriter err = spec.commandLine().getErr();
        try (RowProgress progress =
                RowProgress.on(err, work.quiet(), "placing", data.samples().size())) {
            long begin = System.nanoTime();
            Placed placed;
            try {
                placed = loaded.place(data.samples(), PlacementOptions.defaults(), workers, progress::done);
            } catch (IllegalArgumentException e) {
                throw new InputException(data.name() + ": " + Failures.message(e), e);
            }
            double seconds = (System.nanoTime() - begin) * 1e-9;
            CsvExport.write(out, PlacedTable.of(data, placed, loaded.explained()));
            PlacedFigures figures = PlacedFigures.of(data, ModelArgument.file(model), loaded, placed, workers, seconds);
            byte[] json = figures.metrics().json().getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(figuresFile(), stream -> stream.write(json));
            if (impute != null) {
                Dataset whole = data.withSamples(loaded.impute(data.samples(), placed.embedding()));
                CsvExport.write(impute, DatasetTable.of(whole, settings.id(), settings.label()));
            }
            progress.say(figures.summary());
            progress.say("written to " + out + " and " + figuresFile()
                    + (impute == null ? "" : ", rows with missing values filled in to " + impute));
        }
        return 0;
    }

    private Path figuresFile() {
        String name = String.valueOf(out.getFileName());
        String stem = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return out.resolveSibling(stem + ".json");
    }

    /** Checks the file before the work begins. */
    private static void requireFile(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new InputException(option + " " + file + ": found a folder, expected the name of a file");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(
                    option + " " + file + ": found no folder " + folder + ", expected an existing one");
        }
    }
}
