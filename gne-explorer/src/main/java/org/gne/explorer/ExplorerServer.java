package org.gne.explorer;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page of one map on the loopback address. Nothing is looked up in a file system: what can be asked for are the
 * page ({@code /}), the blocks of the map ({@code /block/NAME}), its rows ({@code /rows/PAGE}, {@value Blocks#PAGE_ROWS} at
 * a time) and one value of all of them ({@code /column/NUMBER}), and nothing changes by asking.
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
    private final Visitors visitors;
    private final Blocks blocks;
    private final Map<String, Block> named;
    private final byte[] page;
    private final String policy;

    private ExplorerServer(HttpServer server, MapContent content) throws IOException {
        this.server = server;
        visitors = Visitors.ofLoopback(server.getAddress().getPort());
        blocks = Blocks.of(content);
        named = blocks.always().stream().collect(Collectors.toMap(Block::name, Function.identity()));
        Page bundled = Page.bundled();
        policy = bundled.policy("'self'");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String note = content.samples() == null
                ? "The rows themselves were not given (gne explore DIR INPUT); what is shown of a row is how the map"
                        + " draws it."
                : null;
        String description = Description.of(content, blocks.names(true), "server", note);
        bundled.write(out, content.title(), description, "'self'", data -> {});
        page = out.toByteArray();
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
     * Starts to serve.
     *
     * @param port 1 to 65535, or 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static ExplorerServer start(MapContent content, int port) throws IOException {
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
        ExplorerServer explorer = new ExplorerServer(server, content);
        server.start();
        return explorer;
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
            headers.set("Content-Security-Policy", policy + "; frame-ancestors 'none'");
            if (!visitors.welcome(exchange)) {
                say(exchange, 403, "this server answers pages of its own only");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                headers.set("Allow", "GET");
                say(exchange, 405, "expected GET");
            } else {
                Block found = find(exchange.getRequestURI().getRawPath());
                if (found == null) {
                    say(exchange, 404, "there is nothing of that name");
                } else {
                    send(exchange, found);
                }
            }
        }
    }

    private @Nullable Block find(String path) {
        if (path.equals("/")) {
            return Block.ofBytes("page", page);
        }
        if (path.startsWith("/block/")) {
            return named.get(path.substring("/block/".length()));
        }
        RowBytes rows = blocks.rows();
        if (rows == null) {
            return null;
        }
        if (path.matches("/column/\\d{1,8}")) {
            int value = Integer.parseInt(path.substring("/column/".length()));
            return value < rows.samples().width() ? rows.column(value) : null;
        }
        return path.matches("/rows/\\d{1,8}") ? page(rows, path) : null;
    }

    private static @Nullable Block page(RowBytes rows, String path) {
        long from = Long.parseLong(path.substring("/rows/".length())) * Blocks.PAGE_ROWS;
        int size = rows.samples().size();
        if (from >= size) {
            return null;
        }
        int to = (int) Math.min(size, from + Blocks.PAGE_ROWS);
        return new Block(path, (to - from) * rows.rowLength(), out -> rows.write(out, (int) from, to));
    }

    private static void send(HttpExchange exchange, Block block) throws IOException {
        String type = block.name().equals("page") ? "text/html; charset=utf-8" : "application/octet-stream";
        exchange.getResponseHeaders().set("Content-Type", type);
        // 0 would mean a length that is not known.
        exchange.sendResponseHeaders(200, block.length() == 0 ? -1 : block.length());
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
