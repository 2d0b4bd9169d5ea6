package org.gne.cli.map;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.gne.GneModel;
import org.gne.cli.input.FittedClusters;
import org.gne.cli.input.InputArgument;
import org.gne.cli.input.InputSettings;
import org.gne.cli.input.ModelArgument;
import org.gne.cli.input.WorkSettings;
import org.gne.cli.output.OutputFolder;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne inspect}; also {@code gne read}, its name before 0.2. */
@Command(
        name = "inspect",
        description = "Reports what a map says about its rows: the largest errors, and where classes lie and overlap.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "INPUT holds the rows that the model was fitted to, in the same order. Writes to DIR:",
            "  errors.png     the map, coloured by the reconstruction error",
            "  worst.csv      the rows with the largest errors; worst.png: these rows beside their reconstructions",
            "  rows.csv       error and density of every row; sparse = true if hardly any other row lies there; for",
            "                 counts also total, columns detected, mitochondrial share and kind of outlier",
            "  markers.csv    if all columns are counts: the columns (genes) by which each class differs most, or each",
            "                 cluster if there are no classes",
            "and if there are classes, from --label, --labels, or the fit:",
            "  overlap.csv    how far each two classes overlap; overlap.png: the same as a figure",
            "  regions.png    the class of each position, by its neighbours and by the decoder (maps of 2",
            "                 dimensions)",
            "",
            "Examples:",
            "  gne inspect out mnist",
            "  gne inspect flowers flowers.csv --label species --out flowers/inspected",
            "  gne inspect quick mnist --limit 10000 --worst 500"
        })
public final class InspectCommand implements Callable<Integer> {

    /** The name before 0.2; no help and no completion names it. */
    public static final String OLD_NAME = "read";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, or the folder of a fit.")
    private String model = "";

    @Parameters(index = "1", paramLabel = "INPUT", description = InputArgument.ACCEPTED)
    private String input = "";

    @Mixin
    private InputSettings settings = new InputSettings();

    @Mixin
    private OutputFolder out = new OutputFolder("inspected");

    @Option(
            names = "--worst",
            paramLabel = "ROWS",
            defaultValue = "100",
            description = "Rows in worst.csv; default: ${DEFAULT-VALUE}.")
    private int worst = 100;

    @Mixin
    private WorkSettings work = new WorkSettings();

    @Override
    public Integer call() throws IOException {
        int atWork = work.threads();
        if (worst < 1) {
            throw new IllegalArgumentException("--worst: found " + worst + ", expected at least 1");
        }
        GneModel loaded = ModelArgument.load(model);
        Dataset data = settings.read(input, loaded);
        int rows = data.samples().size();
        if (rows != loaded.embedding().size()) {
            throw new InputException(data.name() + ": found " + rows + " rows, expected the "
                    + loaded.embedding().size() + " that " + model
                    + " was fitted to (use --limit if only the first rows were used)");
        }
        Inspection inspection = new Inspection(
                out.open(),
                data,
                withClasses(loaded, data, atWork),
                () -> FittedClusters.asLabels(model, loaded, data),
                atWork,
                this::say);
        inspection.write(worst);
        return 0;
    }

    /** The model with the classes of the input, or its own if the input has none, and a mixture with these classes. */
    private GneModel withClasses(GneModel loaded, Dataset data, int atWork) {
        if (data.target() != null) {
            // The input's own labels, numbers this time, take the place of those of the model.
            GneModel numbers = loaded.withTarget(data.target());
            return loaded.labels() == null && loaded.mixture() != null ? numbers : numbers.withMixture(null, atWork);
        }
        Labels labels = data.labels() == null ? loaded.labels() : data.labels();
        if (loaded.mixture() != null && same(labels, loaded.labels())) {
            return loaded;
        }
        say("fitting a mixture to the map ...");
        return loaded.withMixture(labels, atWork);
    }

    private static boolean same(@Nullable Labels a, @Nullable Labels b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.names().equals(b.names()) && Arrays.equals(a.classes(), b.classes());
    }

    private void say(String line) {
        if (!work.quiet()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(line);
            err.flush();
        }
    }
}
