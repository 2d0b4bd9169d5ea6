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
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.gne.data.RowLabels;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page on the loopback address. It serves no files: the only paths are those of {@link MapSite} and {@link
 * LiveSite}. Every request needs the token of the
 * address ({@link AddressToken}). Only the server's own page can change something (a running fit, the tags of rows), with a token that the server gave to it.
 */
public final class ExplorerServer implements AutoCloseable {

    /**
     * Limits for the seconds until a request has arrived, the seconds until an answer is read, and open connections. Without nodelay, the
     * body of an answer waits up to 40 ms for the acknowledgement of its header (Nagle's algorithm).
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "120",
            "jdk.httpserver.maxConnections", "2000");

    private static final int STACK_BYTES = 256 << 10;

    /** The bytes that a page may send at once: the numbers of a million rows are 8 MB. */
    private static final int MOST_SENT = 16 << 20;

    /** How long a thread waits for another connection. */
    private static final int IDLE_SECONDS = 1;

    /** The number of connections that may wait to be accepted. */
    private static final int BACKLOG = 1000;

    private final HttpServer server;
    private final ExecutorService threads;
    private final HostCheck hosts;
    private final AddressToken token;
    private final Page bundled = Page.bundled();
    private final String policy = bundled.policy("'self'") + "; frame-ancestors 'none'";
    private volatile Site site;

    private ExplorerServer(HttpServer server, Function<Page, Site> first) {
        this.server = server;
        hosts = HostCheck.ofLoopback(server.getAddress().getPort());
        token = new AddressToken(server.getAddress().getPort());
        site = first.apply(bundled);
        // One thread per connection, because a slow request blocks its thread; the number of connections is limited.
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "gne-explorer", STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    /**
     * Starts a server that shows a map.
     *
     * @param port 1 to 65535, or 0 for any free port
     * @throws IOException if the port is taken
     */
    public static ExplorerServer start(MapContent content, int port) throws IOException {
        return start(content, ServerTools.NONE, port);
    }

    /**
     * Starts a server that shows a map and can do more.
     *
     * @param tools what it can do
     * @param port 1 to 65535, or 0 for any free port
     * @throws IOException if the port is taken
     */
    public static ExplorerServer start(MapContent content, ServerTools tools, int port) throws IOException {
        return start(page -> new MapSite(content, tools, page), port);
    }

    /**
     * Starts a server that shows a running fit.
     *
     * @param labels labels of the rows, classes or numbers, or null
     * @param port 1 to 65535, or 0 for any free port
     * @throws IOException if the port is taken
     */
    public static ExplorerServer start(
            String title, int rows, @Nullable RowLabels labels, LiveTraining training, int port) throws IOException {
        return start(page -> new LiveSite(title, rows, labels, training, page), port);
    }

    private static ExplorerServer start(Function<Page, Site> first, int port) throws IOException {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port: found " + port + ", expected 0 to 65535");
        }
        // The JDK's server reads its settings from system properties only, when the first server is created.
        SETTINGS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
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

    /**
     * Serves a finished map from now on, and notifies the pages that watched the fit.
     *
     * @param tools what the server can do beside showing it
     */
    public void show(MapContent content, ServerTools tools, LiveTraining training) {
        site = new MapSite(content, tools, bundled);
        training.done();
    }

    /** The address of the page, with the token that it needs. */
    public URI address() {
        return URI.create(root() + token.query());
    }

    /** An address of the page that works once: for the arguments of a process, which other users can see. */
    public URI addressOnce() {
        return URI.create(root() + token.queryOnce());
    }

    /** The address of the page without a token. */
    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The address that the server is bound to. */
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
            if (!hosts.allows(exchange)) {
                say(exchange, 403, "this server answers its own page only");
            } else if (!token.isAllowed(exchange)) {
                say(exchange, 403, "the address needs the token that the command printed with it");
            } else if (exchange.getRequestMethod().matches("GET|HEAD")) {
                Payload found = now.get(path);
                if (found == null) {
                    say(exchange, 404, "no such path");
                } else {
                    send(exchange, found);
                }
            } else if (!exchange.getRequestMethod().equals("POST")) {
                headers.set("Allow", "GET, HEAD, POST");
                say(exchange, 405, "expected GET, HEAD or POST");
            } else if (!now.trusts(exchange.getRequestHeaders().getFirst("X-Gne-Token"))) {
                say(exchange, 403, "only this server's own page may change something");
            } else {
                post(exchange, now, path);
            }
        }
    }

    private static void post(HttpExchange exchange, Site site, String path) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_SENT + 1);
        if (body.length > MOST_SENT) {
            say(exchange, 413, "found more than " + (MOST_SENT >> 20) + " MB, expected at most as many");
            return;
        }
        Payload answer;
        try {
            answer = site.post(path, body);
        } catch (IllegalArgumentException e) {
            say(exchange, 400, String.valueOf(e.getMessage()));
            return;
        } catch (IOException e) {
            say(exchange, 500, String.valueOf(e.getMessage()));
            return;
        }
        if (answer == null) {
            say(exchange, 404, "no such path");
        } else if (answer.length() == 0) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            send(exchange, answer);
        }
    }

    private static void send(HttpExchange exchange, Payload payload) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", payload.type());
        if (exchange.getRequestMethod().equals("HEAD")) {
            head(exchange, 200, payload.length());
            return;
        }
        // For HttpServer, 0 means that the length is not known, and -1 means an empty body.
        long length = payload.length() == Payload.UNTIL_CLOSED ? 0 : payload.length() == 0 ? -1 : payload.length();
        exchange.sendResponseHeaders(200, length);
        try (OutputStream out = exchange.getResponseBody()) {
            payload.content().writeTo(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Sends the head of an answer; its length is that of the body that GET would send. */
    private static void head(HttpExchange exchange, int code, long length) throws IOException {
        if (length != Payload.UNTIL_CLOSED) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
        }
        exchange.sendResponseHeaders(code, -1);
    }

    private static void say(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            head(exchange, code, bytes.length);
            return;
        }
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
