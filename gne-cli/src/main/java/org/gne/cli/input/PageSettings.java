package org.gne.cli.input;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.gne.explorer.ExplorerServer;
import picocli.CommandLine.Option;

/** The port of the page, and whether a browser opens it. */
public final class PageSettings {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the page, on the loopback address; default: any free port.")
    private int port;

    @Option(names = "--no-browser", description = "Only print the address of the page, do not open it.")
    private boolean noBrowser;

    /**
     * The port, 0 for any free port.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public int port() {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("--port: found " + port + ", expected 0 to 65535");
        }
        return port;
    }

    /** Prints the address of the page, and opens it in the browser unless --no-browser was given. */
    public void announce(ExplorerServer server, PrintWriter out) {
        out.println(server.address());
        out.flush();
        if (!noBrowser) {
            // Other users see the arguments of the browser.
            open(server.addressOnce());
        }
    }

    /** Waits until the command is stopped. */
    public static void untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Uses the command of the desktop, because java.awt.Desktop does not work in a headless JVM. */
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
