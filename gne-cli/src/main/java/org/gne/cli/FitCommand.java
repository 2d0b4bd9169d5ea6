package org.gne.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gne.FitDivergedException;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gne fit}. */
@Command(
        name = "fit",
        description = "Learns a map of the data: a place for every row, and a sample for every place.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Writes to DIR: map.png (the rows), errors.png (the same by reconstruction error), grid.png (generated",
            "samples all over the map), embedding.csv, model.safetensors and metrics.json.",
            "",
            "Examples:",
            "  gne fit mnist",
            "  gne fit mnist --preset fast --limit 10000 --out quick",
            "  gne fit train-images-idx3-ubyte.gz --labels train-labels-idx1-ubyte.gz --seed 7 --out digits",
            "  gne fit flowers.csv --label species --out flowers",
            "  gne fit mnist --preset paper --epochs 2000 --out paper",
            "  gne fit mnist --serve"
        })
final class FitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputArgument input = new InputArgument();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Folder for the results, made if need be; default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("out");

    @Mixin
    private FitSettings settings = new FitSettings();

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but errors.")
    private boolean quiet;

    @Option(
            names = "--serve",
            description = "Show the map in the browser while it is learnt, then explore it there until Ctrl-C.")
    private boolean serve;

    @Mixin
    private PageSettings page = new PageSettings();

    @Override
    public Integer call() throws IOException {
        GneOptions options = settings.options();
        page.port();
        if (serve && options.dim() != 2) {
            throw new IllegalArgumentException(
                    "--serve: found --dim " + options.dim() + ", expected 2, which is what a page shows");
        }
        Dataset data = input.read();
        ResultFolder folder = ResultFolder.open(out);
        PrintWriter err = spec.commandLine().getErr();
        try (ProgressReport progress = ProgressReport.on(err, quiet, data, options);
                LivePage live = serve
                        ? LivePage.open(page, data, progress, spec.commandLine().getOut())
                        : null) {
            GneModel model;
            try {
                model = Gne.fit(data.samples(), options, live == null ? progress : live.training());
            } catch (FitDivergedException e) {
                if (e.lastGood().record().epochs() > 0) {
                    folder.writeModel(e.lastGood());
                }
                throw e;
            } catch (IllegalArgumentException e) {
                throw new InputException(data.name() + ": " + Failures.message(e), e);
            }
            progress.say("measuring and drawing ...");
            model = model.withMixture(data.labels(), options.threads());
            Metrics metrics = folder.write(data, model, options);
            progress.done(metrics, folder);
            if (live != null) {
                live.explore(data, model, options.threads());
            }
        }
        return 0;
    }
}
