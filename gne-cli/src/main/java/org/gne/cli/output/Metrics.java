package org.gne.cli.output;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.FitRecord;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.quality.ReconstructionError;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a fit, as {@code metrics.json} holds them.
 *
 * @param values in the order in which they are written; figures that the data does not allow are absent
 */
public record Metrics(Map<String, Object> values) {

    static Metrics of(Dataset data, GneModel model, float[] errors, int threads) {
        FitRecord record = model.record();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("data", data.name());
        values.put("preset", record.preset());
        values.put("rows", record.rows());
        values.put("width", model.schema().width());
        values.put("dim", model.dim());
        values.put("seed", record.seed());
        values.put("threads", record.threads());
        values.put("kernel", record.kernel());
        values.put("jdk", record.jdk());
        values.put("scaling", model.scaling().kind().name());
        values.put("epochs", record.epochs());
        if (record.labelWeight() > 0) {
            values.put("labelWeight", record.labelWeight());
        }
        number(values, "trainSeconds", record.trainSeconds());
        number(values, "gflops", record.gflops());
        number(values, "trainingLoss", record.trainingLoss());
        Samples scaled = data.samples().scaled(model.scaling());
        map(values, model.embedding(), errors, scaled, data.labels(), record.seed(), threads);
        number(values, "seconds", secondsSinceStart());
        return new Metrics(values);
    }

    /**
     * Adds the figures that any map has, whatever method it comes from.
     *
     * @param errors squared errors of the rows as decoded from their places, or null for a map without a decoder
     * @param scaled the rows as the method saw them
     * @param labels their classes, or null
     * @param seed of what is sampled
     */
    public static void map(
            Map<String, Object> values,
            Embedding embedding,
            float @Nullable [] errors,
            Samples scaled,
            @Nullable Labels labels,
            long seed,
            int threads) {
        if (errors != null) {
            number(values, "reconstructionMse", ReconstructionError.mean(errors));
        }
        values.put("embeddingSha256", embedding.sha256());
        try (Parallel parallel = new Parallel(threads)) {
            MapFigures figures = new MapFigures(embedding, seed, parallel);
            figures.ofClasses(labels, values);
            figures.ofData(scaled, values);
        }
    }

    /** JSON knows no NaN: a figure that could not be had is left out. */
    public static void number(Map<String, Object> values, String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, value);
        }
    }

    /** The whole job, from the start of the process. */
    public static double secondsSinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    /** A figure, or NaN where it is absent. */
    public double number(String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    public String json() throws IOException {
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(values) + "\n";
    }
}
