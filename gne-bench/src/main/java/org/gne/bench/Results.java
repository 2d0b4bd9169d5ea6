package org.gne.bench;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gne.data.AtomicFile;
import org.jspecify.annotations.Nullable;

/** Reads and writes the results of benchmarks as JSON. */
public final class Results {

    private Results() {}

    /** Writes an object to a file, completely or not at all. */
    public static void write(Path file, Map<String, ?> result) throws IOException {
        AtomicFile.write(
                file, out -> JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).write(result, out));
    }

    /** The object of a file. */
    public static Map<String, Object> read(Path file) throws IOException {
        return JSON.std.mapFrom(file.toFile());
    }

    /**
     * The value as an object.
     *
     * @throws IllegalArgumentException if it is not
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(@Nullable Object value) {
        if (!(value instanceof Map)) {
            throw new IllegalArgumentException("found " + value + ", expected an object");
        }
        return (Map<String, Object>) value;
    }

    /** The objects of a list. */
    public static List<Map<String, Object>> objects(@Nullable Object value) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object one : list(value)) {
            all.add(object(one));
        }
        return all;
    }

    /** The numbers of a list. */
    static List<Double> numbers(@Nullable Object value) {
        List<Double> all = new ArrayList<>();
        for (Object one : list(value)) {
            all.add(number(one));
        }
        return all;
    }

    /**
     * The value as a number.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static double number(@Nullable Object value) {
        if (!(value instanceof Number)) {
            throw new IllegalArgumentException("found " + value + ", expected a number");
        }
        return ((Number) value).doubleValue();
    }

    private static List<?> list(@Nullable Object value) {
        if (!(value instanceof List)) {
            throw new IllegalArgumentException("found " + value + ", expected a list");
        }
        return (List<?>) value;
    }

    /** The results of {@link TrainingThroughput}, one for each number of threads. */
    static List<Throughput> throughputs(Map<String, Object> result) {
        List<Throughput> all = new ArrayList<>();
        for (Map<String, Object> one : objects(result.get("threads"))) {
            all.add(new Throughput(
                    (int) number(one.get("threads")),
                    (int) number(one.get("rows")),
                    (long) number(one.get("operationsPerRow")),
                    numbers(one.get("gneSeconds")),
                    numbers(one.get("libtorchSeconds")),
                    numbers(one.get("openblasGflops")),
                    numbers(one.get("gneLoss")),
                    numbers(one.get("libtorchLoss"))));
        }
        return all;
    }
}
