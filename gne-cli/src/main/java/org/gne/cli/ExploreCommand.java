package org.gne.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gne.explorer.ExplorerServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne explore}. */
@Command(
        name = "explore",
        description = "Opens a map in the browser: point anywhere and see what the data looks like there.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "With INPUT, the data that the model was fitted to, the page shows the rows too. It is served on this",
            "machine only, until Ctrl-C.",
            "",
            "Examples:",
            "  gne explore out mnist",
            "  gne explore flowers flowers.csv --label species --id name",
            "  gne explore out --port 8080 --no-browser"
        })
final class ExploreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a fit, or a model file.")
    private String model = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "INPUT", description = InputArgument.ACCEPTED)
    private @Nullable String input;

    @Mixin
    private InputSettings settings = new InputSettings();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Where to listen, on the loopback address; default: any that is free.")
    private int port;

    @Option(names = "--no-browser", description = "Print the address only.")
    private boolean noBrowser;

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("--port: found " + port + ", expected 0 to 65535");
        }
        try (ExplorerServer server = ExplorerServer.start(ShownMap.load(model, input, settings), port)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(server.address());
            out.flush();
            if (!noBrowser) {
                open(server.address());
            }
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // Told to stop, and stopped.
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** With the desktop's own command: java.awt.Desktop needs a JVM that is not headless. */
    private static void open(URI address) {
        String system = System.getProperty("os.name", "");
        List<String> command = system.startsWith("Mac")
                ? List.of("open", address.toString())
                : system.startsWith("Windows")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                        : List.of("xdg-open", address.toString());
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // No desktop: the address has been printed.
        }
    }
}
