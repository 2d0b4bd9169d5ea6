package org.gne.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.gne.cli.compare.CompareCommand;
import org.gne.cli.fit.FitCommand;
import org.gne.cli.fit.GrowCommand;
import org.gne.cli.map.CounterfactualCommand;
import org.gne.cli.map.DrawCommand;
import org.gne.cli.map.EvaluateCommand;
import org.gne.cli.map.ExploreCommand;
import org.gne.cli.map.ExportCommand;
import org.gne.cli.map.FindCommand;
import org.gne.cli.map.GenerateCommand;
import org.gne.cli.map.InfoCommand;
import org.gne.cli.map.InspectCommand;
import org.gne.cli.map.PlaceCommand;
import org.gne.cli.output.Failures;
import org.gne.cli.output.Version;
import org.gne.cli.paper.ReproduceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code gne} command. */
@Command(
        name = "gne",
        description = "Generative neural embeddings: maps of high-dimensional data that work in both directions.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            FitCommand.class,
            GrowCommand.class,
            PlaceCommand.class,
            GenerateCommand.class,
            InspectCommand.class,
            ExploreCommand.class,
            DrawCommand.class,
            ExportCommand.class,
            FindCommand.class,
            CounterfactualCommand.class,
            EvaluateCommand.class,
            InfoCommand.class,
            CompareCommand.class,
            ReproduceCommand.class,
            CompletionCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  gne fit mnist --out out                        fit a map of the bundled digits",
            "  gne grow out new-rows.csv --out more            add rows to a map",
            "  gne place out mnist-test                       the coordinates of new rows",
            "  gne generate out/model.safetensors --at 0,1    the sample at some coordinates",
            "  gne export out --format parquet                the map as a table, its decoder as ONNX",
            "  gne draw out --format svg,pdf                  the map again, for print",
            "  gne inspect out mnist                          which rows it explains badly, where classes overlap",
            "  gne explore out mnist                          the map in the browser",
            "  gne export out mnist --format html             the same page as one file, to send to others",
            "  gne counterfactual out --row 17 --to 8         what must change for a row to be another digit",
            "  gne evaluate out mnist                         how good a map is, of GNE or of another program",
            "  gne info out/model.safetensors                 what a model file holds",
            "  gne compare mnist --out compared               maps of several methods side by side",
            "  gne reproduce --out paper                      the paper's figures and losses",
            "",
            "Exit codes: 0 done; 1 the work failed; 2 the call or the input is wrong."
        })
public final class Main implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command and returns its exit code: 0, 1 or 2. */
    public static int run(String... args) {
        CommandLine commandLine = commandLine();
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError e) {
            commandLine
                    .getErr()
                    .println(Failures.line("out of memory: use a smaller --hidden, --limit or --grid,"
                            + " or set GNE_JAVA_OPTS=-Xmx8g"));
            return Failures.FAILED;
        }
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        CommandLine old = new CommandLine(new InspectCommand());
        old.getCommandSpec().usageMessage().hidden(true);
        return commandLine
                .addSubcommand(InspectCommand.OLD_NAME, old)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler(new Failures())
                .setExecutionExceptionHandler(new Failures());
    }

    @Override
    public void run() {
        String names = spec.commandLine().getSubcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        throw new CommandLine.ParameterException(spec.commandLine(), "found no command, expected one of " + names);
    }
}
