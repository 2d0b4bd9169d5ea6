package org.gne.cli.input;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Option;

/** Where a page is served, and who opens it. */
public final class PageSettings {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Where the page is served, on the loopback address; default: any port that is free.")
    private int port;

    @Option(names = "--no-browser", description = "Print the page's address only.")
    private boolean noBrowser;

    /**
     * The port asked for, 0 for any.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public int port() {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("--port: found " + port + ", expected 0 to 65535");
        }
        return port;
    }

    /** Tells where the page is, and opens it unless that is not wanted. */
    public void announce(URI address, PrintWriter out) {
        out.println(address);
        out.flush();
        if (!noBrowser) {
            open(address);
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
