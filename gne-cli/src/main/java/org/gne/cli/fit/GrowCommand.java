package org.gne.cli.fit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gne.Checkpoint;
import org.gne.CheckpointOptions;
import org.gne.FitDivergedException;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.GrowOptions;
import org.gne.Growth;
import org.gne.cli.input.InputArgument;
import org.gne.cli.input.InputRecord;
import org.gne.cli.input.InputSettings;
import org.gne.cli.input.ModelArgument;
import org.gne.cli.input.NameSettings;
import org.gne.cli.input.OldRows;
import org.gne.cli.input.WorkSettings;
import org.gne.cli.output.Failures;
import org.gne.cli.output.Interruption;
import org.gne.cli.output.OutputFolder;
import org.gne.cli.output.Phases;
import org.gne.cli.output.ProgressReport;
import org.gne.cli.output.ResultFolder;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.results.DriftFiles;
import org.gne.results.Metrics;
import org.gne.results.NameOptions;
import org.gne.results.NamedClusters;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne grow}. */
@Command(
        name = "grow",
        description =
                "Adds rows to a map: the old rows stay where they are, nearly, and new kinds of rows get places of their own.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The rows of the map are read again from where gne fit read them; they must not have changed. INPUT may have",
            "columns, categories and classes that the map does not have. DIR gets the files of gne fit, and drift.csv: how",
            "far each row has moved, and which new rows the map did not explain. The map in MODEL does not change.",
            "",
            "Examples:",
            "  gne grow out new.csv --out out-2",
            "  gne grow out new.csv --anchor 10 --out out-2       let old rows move more",
            "  gne grow out new.csv --rehearse 20000 --out out-2  without the old rows",
            "  gne grow out new.csv --out out-2 --resume          continue after an interruption"
        })
public final class GrowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Phases phases = new Phases();

    @Parameters(index = "0", paramLabel = "MODEL", description = "The folder of a fit, or a model file.")
    private String model = "";

    @Parameters(index = "1", paramLabel = "INPUT", description = "The new rows: " + InputArgument.ACCEPTED)
    private String input = "";

    @Mixin
    private InputSettings settings = new InputSettings();

    @Mixin
    private OutputFolder out = new OutputFolder("grown");

    @Option(
            names = "--old",
            paramLabel = "INPUT",
            description = "The rows of the map, in their order; default: where gne fit read them.")
    private @Nullable String old;

    @Option(
            names = "--rehearse",
            paramLabel = "ROWS",
            description =
                    "Train without the old rows, with so many rows that the map generates in their place. Old rows keep their"
                            + " coordinates exactly, but the decoder forgets some detail of them.")
    private @Nullable Integer rehearse;

    @Option(
            names = "--anchor",
            paramLabel = "WEIGHT",
            description =
                    "How firmly old rows are held at their coordinates: 0 lets them go, 1000 holds them still; default:"
                            + " ${DEFAULT-VALUE}.")
    private double anchor = GrowOptions.ANCHOR;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description =
                    "Passes over the new rows; each old row is in every third. Default: half of those of the preset.")
    private @Nullable Integer epochs;

    @Mixin
    private NameSettings naming = new NameSettings();

    @Mixin
    private CheckpointSettings checkpointing = new CheckpointSettings();

    @Mixin
    private WorkSettings work = new WorkSettings();

    @Override
    public Integer call() throws IOException {
        GrowOptions options = options();
        CheckpointOptions checkpoints = checkpointing.options(out.path());
        Path from = ModelArgument.file(model);
        if (out.path()
                .toAbsolutePath()
                .normalize()
                .equals(from.toAbsolutePath().normalize().getParent())) {
            throw new IllegalArgumentException(
                    "--out " + out.path() + ": found the folder of the map itself, expected another one");
        }
        Checkpoint begun = checkpointing.begun(out.path());
        GneModel parent = ModelArgument.load(model);
        requireGrowable(parent);
        OldRows rows = new OldRows(model, parent);
        PrintWriter err = spec.commandLine().getErr();
        Path vectors = out.path().resolve(ResultFiles.VECTORS);
        Dataset added = rows.readAdded(spec.commandLine().getParseResult(), input, vectors, err);
        if (naming.needData()) {
            throw new IllegalArgumentException(
                    "--name-by: expected no such option, because it would name the new rows only; gne draw has it");
        }
        NameOptions names = naming.options();
        Growth growth = growth(parent, rows, added, options);
        phases.end("reading");
        ResultFolder folder = out.open();
        InputRecord record =
                rows.record().and(InputRecord.part(spec.commandLine().getParseResult(), input));
        grow(growth, names, record, begun, checkpoints, folder);
        return 0;
    }

    private void requireGrowable(GneModel parent) {
        try {
            Growth.requireGrowable(parent);
        } catch (IllegalArgumentException e) {
            throw new InputException(model + ": " + Failures.message(e), e);
        }
    }

    private GrowOptions options() {
        if (rehearse != null && (old != null || rehearse < 1)) {
            throw new IllegalArgumentException("--rehearse: found " + rehearse
                    + (old != null ? " beside --old, expected one of the two" : ", expected at least 1"));
        }
        if (epochs != null && epochs < 1) {
            throw new IllegalArgumentException("--epochs: found " + epochs + ", expected at least 1");
        }
        return new GrowOptions(anchor, rehearse == null ? 0 : rehearse, epochs == null ? 0 : epochs, work.threads());
    }

    private Growth growth(GneModel parent, OldRows rows, Dataset added, GrowOptions options) {
        try {
            return rehearse != null
                    ? Growth.rehearsed(parent, added, options)
                    : Growth.of(parent, rows.read(old), added, options);
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private void grow(
            Growth growth,
            NameOptions names,
            InputRecord record,
            @Nullable Checkpoint begun,
            CheckpointOptions checkpoints,
            ResultFolder folder)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        GneOptions training = growth.training();
        try (FolderLock lock = FolderLock.of(folder.path());
                ProgressReport progress = ProgressReport.on(err, work.quiet(), growth.trained(), training, begun);
                Interruption interruption = new Interruption(
                        List.of(phases, progress), err, () -> CheckpointSettings.interrupted("", spec, checkpoints))) {
            folder.sweep();
            GneModel grown = run(growth, interruption, checkpoints, begun, folder);
            if (interruption.asked()) {
                CheckpointSettings.requireFinished(grown, progress.epochs(), spec, checkpoints);
            }
            phases.endTraining(begun == null ? 0 : begun.state().seconds());
            progress.say("the map has grown; drawing and measuring ...");
            Dataset data = growth.data().withNotes(progress.notes());
            DriftFiles drift = DriftFiles.of(growth.drift(grown), NamedClusters.of(data, grown, names));
            drift.write(folder.path(), data);
            Metrics metrics = folder.write(data, grown, training, names, phases);
            record.write(folder.path());
            folder.deleteCheckpoint();
            drift.lines().forEach(progress::say);
            progress.done(metrics, folder);
            progress.say(ResultFiles.DRIFT + ": the move of each row; " + ResultFiles.DRIFT_FIGURES + ": its figures");
        }
    }

    private static GneModel run(
            Growth growth,
            Interruption interruption,
            CheckpointOptions checkpoints,
            @Nullable Checkpoint begun,
            ResultFolder folder)
            throws IOException {
        try {
            return growth.run(interruption, checkpoints, begun);
        } catch (FitDivergedException e) {
            folder.deleteCheckpoint();
            throw e;
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private static InputException refused(IllegalArgumentException e) {
        String message = Failures.message(e);
        return new InputException(message + (message.contains("of the map") ? OldRows.REMEDY : ""), e);
    }
}
