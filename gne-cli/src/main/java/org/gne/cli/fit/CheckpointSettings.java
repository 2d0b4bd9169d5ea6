package org.gne.cli.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.gne.Checkpoint;
import org.gne.CheckpointOptions;
import org.gne.GneModel;
import org.gne.cli.output.Failures;
import org.gne.io.InputException;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How often a running fit is saved, and whether it continues an earlier one. */
public final class CheckpointSettings {

    @Option(
            names = "--resume",
            description =
                    "Continue the interrupted fit in DIR; INPUT must be its data, its options are used. If nothing was begun there,"
                            + " a new fit starts.")
    private boolean resume;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How often to save the state of the fit; 0: after every epoch; default: ${DEFAULT-VALUE}.")
    private int every = 30;

    /**
     * @throws IllegalArgumentException if the time is out of range
     */
    CheckpointOptions options(Path folder) {
        if (every < 0) {
            throw new IllegalArgumentException("--checkpoint-every: found " + every + ", expected at least 0");
        }
        return new CheckpointOptions(folder.resolve(ResultFiles.CHECKPOINT), Duration.ofSeconds(every));
    }

    /**
     * The fit to continue, or null to start a new one: if that is asked for, or if nothing was begun yet, so that a script can always
     * ask to resume.
     *
     * @throws InputException if the fit is finished, or cannot be read
     */
    @Nullable Checkpoint begun(Path folder) {
        if (!resume) {
            return null;
        }
        Path file = folder.resolve(ResultFiles.CHECKPOINT);
        if (!Files.exists(file)) {
            if (!Files.exists(folder.resolve(ResultFiles.METRICS))) {
                return null;
            }
            throw new InputException("--resume: found no " + file
                    + ", because the fit there is finished, expected an interrupted fit (without --resume, a new fit"
                    + " replaces it)");
        }
        try {
            return Checkpoint.load(file);
        } catch (IOException e) {
            throw new InputException("--resume: " + Failures.message(e), e);
        }
    }

    /** Whether a fit was to be continued. */
    boolean resumes() {
        return resume;
    }

    /**
     * Ends a command whose training was interrupted.
     *
     * @param epochs the number of epochs that the training should have
     * @throws CancellationException if the model has fewer
     */
    static void requireFinished(GneModel model, int epochs, CommandSpec spec, CheckpointOptions checkpoints) {
        int done = model.record().epochs();
        if (done < epochs) {
            throw new CancellationException(interrupted(" after epoch " + done + " of " + epochs, spec, checkpoints));
        }
    }

    /**
     * What is said of an interrupted command: also how to continue it, if there is a checkpoint.
     *
     * @param after after which epoch it was, or nothing
     */
    static String interrupted(String after, CommandSpec spec, CheckpointOptions checkpoints) {
        List<String> args = spec.root().commandLine().getParseResult().originalArgs();
        return "interrupted" + after + (Files.exists(checkpoints.file()) ? "; to continue: " + callToResume(args) : "");
    }

    /** The command line that continues the fit of another command line, quoted for a shell. */
    static String callToResume(List<String> args) {
        String call = args.stream().map(CheckpointSettings::quoted).collect(Collectors.joining(" ", "gne ", ""));
        return args.contains("--resume") ? call : call + " --resume";
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./:,=+@%-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
