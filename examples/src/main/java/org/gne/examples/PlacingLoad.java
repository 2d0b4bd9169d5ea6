package org.gne.examples;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gne.GneModel;

/**
 * Measures {@link PlacingServer} on this machine: how many rows it places per second, and how long a request takes. The rows are samples
 * of the model. Clients and server share the processor: {@code PlacingLoad model.safetensors 20000 4}.
 */
public final class PlacingLoad {

    private PlacingLoad() {}

    /**
     * @param args the model, the number of requests that are measured, and the number of clients that send them, one at a time each
     */
    public static void main(String[] args) throws Exception {
        System.out.println(measure(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])));
    }

    static String measure(Path model, int requests, int clients) throws Exception {
        String[] rows = rows(GneModel.load(model));
        HttpServer server = PlacingServer.start(model, 0);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/place");
            // First as many requests that are not measured, while the methods are compiled.
            send(uri, rows, requests, clients, threads);
            long start = System.nanoTime();
            long[] nanos = send(uri, rows, requests, clients, threads);
            double seconds = (System.nanoTime() - start) / 1e9;
            Arrays.sort(nanos);
            return String.format(
                    Locale.ROOT,
                    "%d requests by %d clients: %.0f per second; milliseconds of a request: median %.2f, p99 %.2f,"
                            + " most %.2f",
                    nanos.length,
                    clients,
                    nanos.length / seconds,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) (nanos.length * 0.99)] / 1e6,
                    nanos[nanos.length - 1] / 1e6);
        } finally {
            threads.shutdownNow();
            server.stop(0);
        }
    }

    /** Samples of the model as the lines that the server reads. */
    private static String[] rows(GneModel model) {
        int count = Math.min(1000, model.embedding().size());
        int[] first = IntStream.range(0, count).toArray();
        return Arrays.stream(model.generate(model.embedding().rows(first).toArray()))
                .map(Arrays::toString)
                .map(text -> text.substring(1, text.length() - 1).replace(" ", ""))
                .toArray(String[]::new);
    }

    /** The nanoseconds of each request. */
    private static long[] send(URI uri, String[] rows, int requests, int clients, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        long[] nanos = new long[requests];
        Future<?>[] running = new Future<?>[clients];
        for (int c = 0; c < clients; c++) {
            int first = c;
            running[c] = threads.submit(() -> {
                HttpClient client = HttpClient.newHttpClient();
                for (int i = first; i < requests; i += clients) {
                    long start = System.nanoTime();
                    HttpResponse<String> answer = client.send(
                            HttpRequest.newBuilder(uri)
                                    .POST(BodyPublishers.ofString(rows[i % rows.length]))
                                    .build(),
                            BodyHandlers.ofString());
                    nanos[i] = System.nanoTime() - start;
                    if (answer.statusCode() != 200) {
                        throw new IOException("row " + i % rows.length + ": found status " + answer.statusCode() + ", "
                                + answer.body().strip() + ", expected 200");
                    }
                }
                return null;
            });
        }
        for (Future<?> each : running) {
            each.get();
        }
        return nanos;
    }
}
