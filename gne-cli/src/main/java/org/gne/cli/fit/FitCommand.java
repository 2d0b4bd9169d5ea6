package org.gne.cli.fit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.gne.Checkpoint;
import org.gne.CheckpointOptions;
import org.gne.FitDivergedException;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.cli.input.BatchSettings;
import org.gne.cli.input.FitSettings;
import org.gne.cli.input.InputArgument;
import org.gne.cli.input.InputRecord;
import org.gne.cli.input.NameSettings;
import org.gne.cli.input.PageSettings;
import org.gne.cli.output.Failures;
import org.gne.cli.output.Interruption;
import org.gne.cli.output.OutputFolder;
import org.gne.cli.output.Phases;
import org.gne.cli.output.ProgressReport;
import org.gne.cli.output.ResultFolder;
import org.gne.data.Dataset;
import org.gne.data.Slices;
import org.gne.io.InputException;
import org.gne.loop.FitListener;
import org.gne.results.Metrics;
import org.gne.results.NameOptions;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gne fit}. */
@Command(
        name = "fit",
        description =
                "Fits a map of the data: coordinates for every row, and a decoder that generates a sample anywhere on the map.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Writes to DIR: map.png (the rows), errors.png (the rows by reconstruction error), grid.png (generated",
            "samples all over the map), embedding.csv, clusters.csv (the cluster of each row), clusters.json (the",
            "clusters with their names), model.safetensors and metrics.json. During the fit, checkpoint.safetensors",
            "holds its state: after Ctrl-C or a crash, --resume continues from there and ends with the same map, bit",
            "for bit.",
            "",
            "Examples:",
            "  gne fit mnist",
            "  gne fit mnist --preset fast --limit 10000 --out quick",
            "  gne fit mnist --time 30s",
            "  gne fit train-images-idx3-ubyte.gz --labels train-labels-idx1-ubyte.gz --seed 7 --out digits",
            "  gne fit flowers.csv --label species --out flowers",
            "  gne fit digits.npz --array X --label y --picture 8x8 --out digits",
            "  gne fit \"select * from 'cells-*.parquet' where quality > 0.9\" --label type --out cells",
            "  gne fit https://host/flowers.csv --label species --out flowers",
            "  gne fit jdbc:sqlite:shop.db --query \"select * from orders where paid\" --driver sqlite-jdbc.jar",
            "  gne fit vectors.csv --name-by description --exclude description --out named",
            "  gne fit photos --picture 48x64x3 --out album",
            "  gne fit reviews.csv --text title,review --label stars --out reviews",
            "  gne fit notes.txt --text --out notes",
            "  gne fit 'months/*.csv' --file-column month --by month --id customer --out year",
            "  gne fit mnist --preset paper --epochs 2000 --out paper",
            "  gne fit mnist --preset paper --epochs 2000 --out paper --resume",
            "  gne fit mnist --serve"
        })
public final class FitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Phases phases = new Phases();

    private @Nullable Slices slices;

    @Mixin
    private InputArgument input = new InputArgument();

    @Mixin
    private OutputFolder out = new OutputFolder("out");

    @Mixin
    private FitSettings settings = new FitSettings();

    @Mixin
    private BatchSettings batches = new BatchSettings();

    @Mixin
    private SliceSettings slicing = new SliceSettings();

    @Mixin
    private NameSettings naming = new NameSettings();

    @Mixin
    private CheckpointSettings checkpointing = new CheckpointSettings();

    @Option(
            names = {"-q", "--quiet"},
            description = "Print errors only.")
    private boolean quiet;

    @Option(
            names = "--serve",
            description = "Show the map in the browser during the fit, then explore it there until Ctrl-C.")
    private boolean serve;

    @Mixin
    private PageSettings page = new PageSettings();

    @Override
    public Integer call() throws IOException {
        CheckpointOptions checkpoints = checkpointing.options(out.path());
        Checkpoint from = checkpointing.begun(out.path());
        GneOptions options = from == null ? settings.options() : settings.goingOn(from);
        page.port();
        if (serve && options.dim() != 2) {
            throw new IllegalArgumentException(
                    "--serve: found --dim " + options.dim() + ", expected 2: the page shows maps of 2 dimensions");
        }
        slicing.leaveOut(input);
        Dataset read = input.read(out.path().resolve(ResultFiles.VECTORS));
        Dataset data = batches.of(read, input, options);
        NameOptions names = naming.options(data, input.input(), input);
        slices = slicing.slices(data, input);
        phases.end("reading");
        ResultFolder folder = out.open();
        try (LivePage live = serve ? LivePage.of(data, page.port()) : null) {
            GneModel model = learn(data, options, names, from, checkpoints, folder, live);
            if (live != null) {
                // The folder is unlocked here, and Ctrl-C just ends the command.
                live.explore(model, out.path(), input, options.threads());
            }
        }
        return 0;
    }

    /** Trains, and writes the results. */
    private GneModel learn(
            Dataset data,
            GneOptions options,
            NameOptions names,
            @Nullable Checkpoint from,
            CheckpointOptions checkpoints,
            ResultFolder folder,
            @Nullable LivePage live)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try (FolderLock lock = FolderLock.of(folder.path());
                ProgressReport progress = ProgressReport.on(err, quiet, data, options, from);
                Interruption interruption = new Interruption(
                        listeners(progress, live), err, () -> CheckpointSettings.interrupted("", spec, checkpoints))) {
            folder.sweep();
            if (from == null && Files.exists(checkpoints.file())) {
                progress.say("starting a new fit; there is an interrupted fit here, which --resume would continue");
            }
            if (from == null && checkpointing.resumes()) {
                progress.say("nothing to resume in " + folder.path() + ": starting a new fit");
            }
            if (live != null) {
                page.announce(live.server(), spec.commandLine().getOut());
                interruption.whenAsked(live::end);
            }
            GneModel model = batches.with(fit(data, options, from, interruption, checkpoints, folder));
            if (interruption.asked()) {
                CheckpointSettings.requireFinished(model, progress.epochs(), spec, checkpoints);
            }
            phases.endTraining(from == null ? 0 : from.state().seconds());
            progress.say("the model is trained; drawing and measuring ...");
            Metrics metrics = folder.write(data.withNotes(progress.notes()), model, options, names, phases);
            new InputRecord(List.of(InputRecord.part(spec.commandLine().getParseResult(), input.input())))
                    .write(folder.path());
            folder.deleteCheckpoint();
            folder.deleteDrift();
            folder.writeSlices(model.embedding(), slices, data.ids());
            progress.done(metrics, folder);
            return model;
        }
    }

    private List<FitListener> listeners(ProgressReport progress, @Nullable LivePage live) {
        return live == null ? List.of(phases, progress) : List.of(phases, progress, live.training());
    }

    private GneModel fit(
            Dataset data,
            GneOptions options,
            @Nullable Checkpoint from,
            FitListener listener,
            CheckpointOptions checkpoints,
            ResultFolder folder)
            throws IOException {
        Slices tied = slices;
        try {
            if (tied != null) {
                return from == null
                        ? Gne.fitAligned(data, tied, slicing.tie(), options, listener, checkpoints)
                        : Gne.resumeAligned(
                                from.withThreads(options.threads()), data, tied, slicing.tie(), listener, checkpoints);
            }
            return from == null
                    ? Gne.fit(data, options, listener, checkpoints)
                    : Gne.resume(from.withThreads(options.threads()), data, listener, checkpoints);
        } catch (FitDivergedException e) {
            if (e.lastGood().record().epochs() > 0) {
                folder.writeModel(e.lastGood());
            }
            // Resuming would diverge again.
            folder.deleteCheckpoint();
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InputException(data.name() + ": " + Failures.message(e), e);
        }
    }
}
