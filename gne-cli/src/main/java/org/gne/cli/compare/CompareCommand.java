package org.gne.cli.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.gne.GneOptions;
import org.gne.baseline.AutoencoderOptions;
import org.gne.cli.input.FitSettings;
import org.gne.cli.input.InputArgument;
import org.gne.cli.output.Failures;
import org.gne.cli.output.Method;
import org.gne.cli.output.Notes;
import org.gne.cli.output.OutputFolder;
import org.gne.cli.output.ResultFolder;
import org.gne.data.Dataset;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.io.InputException;
import org.gne.results.ResultFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gne compare}. */
@Command(
        name = "compare",
        description = "Fits maps of the same rows with several methods, and measures them in the same way.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "All methods get the same rows, the same scaling and the same seed. --epochs, --batch, --hidden, --blocks",
            "and --loss apply to gne, vae and autoencoder; the other training options apply to gne only. UMAP always",
            "uses one thread, because on several threads its result varies from run to run. Only gne can learn",
            "from rows with missing values; the other methods use the mean of the column instead.",
            "autoencoder_grids is an autoencoder with the decoder of gne, grids and blocks: what free coordinates add.",
            "",
            "Writes to DIR: metrics.json (an object per method), table.md, table.csv, maps.png, grids.png (if rows",
            "are images), losses.png, METHOD/embedding.csv for each method, gne/model.safetensors. peakHeapMb is the",
            "highest use of the Java heap during the fit, with the data and uncollected garbage. gne explore DIR",
            "INPUT shows the maps in the browser, linked row by row.",
            "",
            "Examples:",
            "  gne compare mnist --out compared",
            "  gne compare mnist --limit 10000 --methods gne,tsne,umap --out compared",
            "  gne compare mnist --methods gne,autoencoder,autoencoder_grids --out encoders",
            "  gne compare flowers.csv --label species --preset fast --out compared"
        })
public final class CompareCommand implements Callable<Integer> {

    /** The blocks of a network with an encoder and of its decoder. */
    private static final int BLOCKS = 8;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputArgument input = new InputArgument();

    @Option(
            names = "--methods",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "gne,vae,autoencoder,tsne,umap,pca",
            description = "Methods, run in this order; default: ${DEFAULT-VALUE}; also: autoencoder_grids.")
    private List<String> methods = List.of();

    @Mixin
    private OutputFolder out = new OutputFolder("compared");

    @Mixin
    private FitSettings settings = new FitSettings();

    @Option(
            names = {"-q", "--quiet"},
            description = "Print errors only.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        List<Method> chosen = methods.stream().map(Method::of).distinct().toList();
        GneOptions options = settings.options();
        if (options.dim() != 2 && chosen.stream().anyMatch(Method::isPlanar)) {
            throw new IllegalArgumentException("--dim: found " + options.dim()
                    + ", expected 2: t-SNE and UMAP make maps of 2 dimensions (--methods leaves them out)");
        }
        Dataset data = input.read();
        Setup setup = setup(data, options);
        ResultFolder folder = out.open();
        PrintWriter err = spec.commandLine().getErr();
        if (!quiet) {
            int printed = data.notes().size();
            Notes.print(
                    setup.data().notes().subList(printed, setup.data().notes().size()), err);
        }
        Comparison comparison = new Comparison(setup, Comparison.Extra.NONE, folder, err, quiet);
        comparison.run(chosen.stream().map(Candidate::of).toList());
        List<String> figures = ComparisonFigures.write(folder, setup, comparison.outcomes());
        if (!quiet) {
            err.print(ComparisonTable.of(comparison.outcomes()).markdown());
            err.println("written to " + folder.path() + ": "
                    + String.join(", ", ResultFiles.METRICS, ResultFiles.TABLE, ResultFiles.TABLE_CSV)
                    + (figures.isEmpty() ? "" : ", " + String.join(", ", figures)) + " and a folder per method");
        }
        if (!comparison.failures().isEmpty()) {
            throw new MethodsFailedException(comparison.failures(), chosen.size(), folder);
        }
        return 0;
    }

    private Setup setup(Dataset data, GneOptions options) {
        Schema schema = data.samples().schema();
        Survey survey = Survey.of(data.samples());
        try {
            survey.requireTrainable(schema);
        } catch (IllegalArgumentException e) {
            throw new InputException(data.name() + ": " + Failures.message(e), e);
        }
        Scaling scaling = options.scalingFor(survey, schema);
        // As wide as GNE's decoder, but deeper, because it has no grids before it.
        AutoencoderOptions network = AutoencoderOptions.of(options.headsFor(survey, schema, scaling))
                .withDim(options.dim())
                .withHidden(options.hidden())
                .withBlocks(BLOCKS);
        return Setup.of(data, survey, scaling, options, settings.network(network));
    }
}
