package org.gne.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gne.explorer.HtmlExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne export}. */
@Command(
        name = "export",
        description = "Writes a map in another form.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "  html   the page of gne explore as one file that opens from disk and needs no network; with INPUT,",
            "         the data that the model was fitted to, it shows the rows too",
            "",
            "Examples:",
            "  gne export out mnist --format html",
            "  gne export flowers flowers.csv --label species --format html --out flowers.html"
        })
final class ExportCommand implements Callable<Integer> {

    /** The forms there are. */
    enum Format {
        HTML
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a fit, or a model file.")
    private String model = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "INPUT", description = InputArgument.ACCEPTED)
    private @Nullable String input;

    @Mixin
    private InputSettings settings = new InputSettings();

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
    private Format format = Format.HTML;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "What to write; default: map.html, beside the model.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Path file = out == null ? ModelArgument.file(model).resolveSibling("map.html") : out;
        String leftOut = switch (format) {
            case HTML -> HtmlExport.write(file, ShownMap.load(model, input, settings));
        };
        PrintWriter err = spec.commandLine().getErr();
        if (leftOut != null) {
            err.println(leftOut);
        }
        err.println("written to " + file);
        return 0;
    }
}
