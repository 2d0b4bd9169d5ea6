package org.gne.cli.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gne.cli.input.InputArgument;
import org.gne.cli.input.InputSettings;
import org.gne.cli.input.PageSettings;
import org.gne.cli.input.ShownMap;
import org.gne.cli.input.TextFinder;
import org.gne.cli.output.Failures;
import org.gne.cli.output.Notes;
import org.gne.explorer.ExplorerServer;
import org.gne.explorer.MapContent;
import org.gne.explorer.TagFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne explore}. */
@Command(
        name = "explore",
        description = "Opens a map in the browser, where every position shows its generated sample.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "With INPUT, the data that the model was fitted to, the page shows the rows too. The page is served to this",
            "machine only, to whoever has its address with its token, until Ctrl-C. If DIR is the folder of gne compare, the page shows the maps of all methods;",
            "hovering over or selecting rows on one map highlights them on all maps.",
            "",
            "Examples:",
            "  gne explore out mnist",
            "  gne explore flowers flowers.csv --label species --id name",
            "  gne explore compared mnist --limit 10000",
            "  gne explore out --port 8080 --no-browser"
        })
public final class ExploreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "The folder of a fit or of a comparison, or a model file.")
    private String model = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "INPUT", description = InputArgument.ACCEPTED)
    private @Nullable String input;

    @Mixin
    private InputSettings settings = new InputSettings();

    @Mixin
    private PageSettings page = new PageSettings();

    @Override
    public Integer call() throws IOException {
        int port = page.port();
        ShownMap shown = ShownMap.load(model, input, settings);
        MapContent content = shown.content();
        printProblems(shown.tags());
        try (TextFinder finder = TextFinder.ifPossible(Path.of(model), content.model());
                ExplorerServer server = ExplorerServer.start(content, shown.tools(finder, input, settings), port)) {
            page.announce(server, spec.commandLine().getOut());
            PageSettings.untilStopped();
        }
        return 0;
    }

    /** Says which lines of the file of tags cannot be used, or why it cannot be read; the page says it too. */
    private void printProblems(TagFile tags) {
        List<String> problems;
        try {
            problems = tags.read().problems();
        } catch (IOException e) {
            problems = List.of(Failures.message(e));
        }
        Notes.print(problems, spec.commandLine().getErr());
    }
}
