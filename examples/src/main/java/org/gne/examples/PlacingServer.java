package org.gne.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.gne.GneModel;
import org.gne.Placer;
import org.gne.UnexplainedRate;

/**
 * A service that places rows on a map, with the HTTP server of the JDK: {@code PlacingServer model.safetensors 8080}. It answers this
 * machine only.
 *
 * <pre>{@code
 * curl -d '39.1,18.7,181,3750' localhost:8080/place
 * {"place":[0.25,-1.5],"error":0.031,"explained":true}
 * curl localhost:8080/drift
 * {"rows":1,"unexplained":0.0,"alarmed":false}
 * }</pre>
 *
 * <p>It counts the rows that the map does not explain. When their share of the last rows is high, it says so: then it is time to add rows
 * like them to the map, with {@code gne grow}.
 */
public final class PlacingServer {

    private final Placer placer;

    private final UnexplainedRate rate;

    private PlacingServer(Placer placer) {
        this.placer = placer;
        rate = UnexplainedRate.of(placer)
                .onAlarm((share, rows) -> System.err.printf(
                        Locale.ROOT,
                        "row %,d: %.0f %% of the last rows are unexplained, time for gne grow%n",
                        rows,
                        100 * share));
    }

    /**
     * @param args the model, and the port, 0 for a free one
     */
    public static void main(String[] args) throws IOException {
        HttpServer server = start(Path.of(args[0]), Integer.parseInt(args[1]));
        System.out.println("http://localhost:" + server.getAddress().getPort() + "/place");
    }

    /** Starts the server; one placer serves all its threads. */
    static HttpServer start(Path model, int port) throws IOException {
        // Otherwise the body of an answer waits up to 40 ms for the acknowledgement of its header (Nagle's algorithm).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        PlacingServer service = new PlacingServer(GneModel.load(model).placer());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, "placing");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/place", service::answer);
        server.createContext("/drift", service::drift);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String line = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try {
                send(exchange, 200, placed(line));
            } catch (IllegalArgumentException e) {
                send(exchange, 400, String.valueOf(e.getMessage()));
            }
        }
    }

    private void drift(HttpExchange exchange) throws IOException {
        try (exchange) {
            String counts = String.format(
                    Locale.ROOT,
                    "{\"rows\":%d,\"unexplained\":%s,\"alarmed\":%s}",
                    rate.rows(),
                    rate.share(),
                    rate.alarmed());
            send(exchange, 200, counts);
        }
    }

    /** A row as numbers with commas between them, an empty cell for a missing value. */
    private String placed(String line) {
        String[] cells = line.strip().split(",", -1);
        float[] row = new float[cells.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = cells[j].isBlank() ? Float.NaN : Float.parseFloat(cells[j]);
        }
        float[] place = new float[placer.dim()];
        float error = placer.place(row, place);
        return String.format(
                Locale.ROOT,
                "{\"place\":[%s,%s],\"error\":%s,\"explained\":%s}",
                place[0],
                place[1],
                Float.isNaN(error) ? "null" : Float.toString(error),
                rate.add(error));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
