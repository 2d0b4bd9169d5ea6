package org.gne.explorer;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.gne.data.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Serves a page on the loopback address. Nothing is looked up in a file system: what can be asked for is what {@link
 * MapSite} and {@link LiveSite} name, and only the page of a training changes anything, with a token that it was given.
 */
public final class ExplorerServer implements AutoCloseable {

    /** Seconds that a request may take to arrive, and an answer to be taken; connections at once. */
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "120",
            "jdk.httpserver.maxConnections", "2000");

    private static final int STACK_BYTES = 256 << 10;

    /** Connections that may wait to be taken up. */
    private static final int BACKLOG = 1000;

    private final HttpServer server;
    private final ExecutorService threads;
    private final HostCheck visitors;
    private final Page bundled = Page.bundled();
    private final String policy = bundled.policy("'self'") + "; frame-ancestors 'none'";
    private volatile Site site;

    private ExplorerServer(HttpServer server, Function<Page, Site> first) {
        this.server = server;
        visitors = HostCheck.ofLoopback(server.getAddress().getPort());
        site = first.apply(bundled);
        // As many as there are connections, which are bounded: one that sends its request slowly holds up its thread.
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(null, task, "gne-explorer", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    /**
     * Starts to serve a map.
     *
     * @param port 1 to 65535, or 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static ExplorerServer start(MapContent content, int port) throws IOException {
        return start(page -> new MapSite(content, page), port);
    }

    /**
     * Starts to show a training under way.
     *
     * @param labels classes of the rows, or null
     * @param port 1 to 65535, or 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static ExplorerServer start(String title, int rows, @Nullable Labels labels, LiveTraining training, int port)
            throws IOException {
        return start(page -> new LiveSite(title, rows, labels, training, page), port);
    }

    private static ExplorerServer start(Function<Page, Site> first, int port) throws IOException {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port: found " + port + ", expected 0 to 65535");
        }
        // The JDK's server takes its limits from here only, before the first one is made.
        LIMITS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (BindException e) {
            throw new IOException("port " + port + ": " + e.getMessage() + ", expected a free one (--port)", e);
        }
        ExplorerServer explorer = new ExplorerServer(server, first);
        server.start();
        return explorer;
    }

    /** Serves a finished map from now on, and tells the pages that watched its training. */
    public void show(MapContent content, LiveTraining training) {
        site = new MapSite(content, bundled);
        training.done();
    }

    /** Where the page is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The address that it is bound to. */
    InetAddress listensOn() {
        return server.getAddress().getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Cache-Control", "no-store");
            headers.set("Content-Security-Policy", policy);
            Site now = site;
            String path = exchange.getRequestURI().getRawPath();
            if (!visitors.welcome(exchange)) {
                say(exchange, 403, "this server answers pages of its own only");
            } else if (exchange.getRequestMethod().equals("GET")) {
                Payload found = now.get(path);
                if (found == null) {
                    say(exchange, 404, "there is nothing of that name");
                } else {
                    send(exchange, found);
                }
            } else if (!exchange.getRequestMethod().equals("POST")) {
                headers.set("Allow", "GET, POST");
                say(exchange, 405, "expected GET or POST");
            } else if (!now.trusts(exchange.getRequestHeaders().getFirst("X-Gne-Token"))) {
                say(exchange, 403, "only this server's own page may change something");
            } else if (now.post(path)) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                say(exchange, 404, "there is nothing of that name");
            }
        }
    }

    private static void send(HttpExchange exchange, Payload block) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", block.type());
        // To HttpServer 0 is a length that is not known, and -1 none.
        long length = block.length() == Payload.UNTIL_CLOSED ? 0 : block.length() == 0 ? -1 : block.length();
        exchange.sendResponseHeaders(200, length);
        try (OutputStream out = exchange.getResponseBody()) {
            block.content().writeTo(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void say(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
