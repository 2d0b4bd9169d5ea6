package org.gne.cli.paper;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.gne.cli.compare.Candidate;
import org.gne.cli.compare.Comparison;
import org.gne.cli.compare.ComparisonFigures;
import org.gne.cli.compare.MethodsFailedException;
import org.gne.cli.compare.Setup;
import org.gne.cli.input.WorkSettings;
import org.gne.cli.output.OutputFolder;
import org.gne.cli.output.ResultFolder;
import org.gne.data.Dataset;
import org.gne.mnist.Mnist;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gne reproduce}. */
@Command(
        name = "reproduce",
        description = "Reproduces the paper on MNIST: its figures 1a to 1e and its losses, as one page.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Writes to DIR: report.html (one page with everything, no other file needed), figure-1a.png to",
            "figure-1e.png, figure-1b-paper.png and figure-1c-paper.png (GNE exactly as in the paper's listing),",
            "losses.png, metrics.json, table.md, table.csv, and a folder per method with its coordinates.",
            "",
            "Examples:",
            "  gne reproduce --out paper",
            "  gne reproduce --quick --out paper-quick",
            "  gne reproduce --paper-epochs 2000 --seed 7 --out paper"
        })
public final class ReproduceCommand implements Callable<Integer> {

    private static final int QUICK = 10_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OutputFolder out = new OutputFolder("reproduced");

    @Option(names = "--quick", description = "Use the first 10,000 rows only, like --limit 10000.")
    private boolean quick;

    @Option(names = "--limit", paramLabel = "ROWS", description = "Use the first ROWS rows only.")
    private @Nullable Integer limit;

    @Option(
            names = "--paper-epochs",
            paramLabel = "N",
            defaultValue = "500",
            description =
                    "Epochs of the paper's listing, which the paper does not give; default: ${DEFAULT-VALUE}, which"
                            + " takes some minutes.")
    private int paperEpochs = 500;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same maps, bit for bit; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private WorkSettings work = new WorkSettings();

    @Override
    public Integer call() throws IOException {
        atLeastOne("--limit", limit == null ? 1 : limit);
        atLeastOne("--paper-epochs", paperEpochs);
        int workers = work.threads();
        ResultFolder folder = out.open();
        Dataset whole = Mnist.train();
        int all = whole.samples().size();
        int rows = limit != null ? limit : quick ? QUICK : all;
        PaperRun run = PaperRun.of(whole.limit(rows), all, seed, workers, paperEpochs);
        Setup setup = run.setup();
        PrintWriter err = spec.commandLine().getErr();
        PaperMeasures measures = new PaperMeasures(setup.data().labels(), Mnist.test(), seed);
        Comparison comparison = new Comparison(setup, measures, folder, err, work.quiet());
        List<Candidate> candidates = run.candidates();
        comparison.run(candidates);
        if (!work.quiet()) {
            err.println("drawing ...");
        }
        ComparisonFigures.writeLosses(folder, setup, comparison.outcomes());
        List<PaperFigure> figures = PaperFigures.write(run, folder, comparison.outcomes());
        ReportPage page = new ReportPage(
                run, comparison.outcomes(), comparison.failures(), measures.sideBySide(), figures, folder);
        folder.writeText(ResultFiles.REPORT, page.html());
        if (!work.quiet()) {
            new PaperLosses(comparison.outcomes()).findings().forEach(err::println);
            err.println("written to " + folder.path() + ": " + ResultFiles.REPORT + ", " + figures.size() + " figures, "
                    + String.join(", ", ResultFiles.METRICS, ResultFiles.TABLE, ResultFiles.TABLE_CSV)
                    + " and a folder per method");
        }
        if (!comparison.failures().isEmpty()) {
            throw new MethodsFailedException(comparison.failures(), candidates.size(), folder);
        }
        return 0;
    }

    private static void atLeastOne(String option, int found) {
        if (found < 1) {
            throw new IllegalArgumentException(option + ": found " + found + ", expected at least 1");
        }
    }
}
