package org.gne.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.FitRecord;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.quality.ReconstructionError;

/**
 * The figures of a fit, as {@code metrics.json} holds them.
 *
 * @param values in the order in which they are written; figures that the data does not allow are absent
 */
record Metrics(Map<String, Object> values) {

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
        number(values, "trainSeconds", record.trainSeconds());
        number(values, "gflops", record.gflops());
        number(values, "trainingLoss", record.trainingLoss());
        number(values, "reconstructionMse", ReconstructionError.mean(errors));
        values.put("embeddingSha256", model.embedding().sha256());
        try (Parallel parallel = new Parallel(threads)) {
            Samples scaled = data.samples().scaled(model.scaling());
            MapFigures figures = new MapFigures(model.embedding(), record.seed(), parallel);
            figures.ofClasses(data.labels(), values);
            figures.ofData(scaled, values);
        }
        number(values, "seconds", secondsSinceStart());
        return new Metrics(values);
    }

    /** JSON knows no NaN: a figure that could not be had is left out. */
    static void number(Map<String, Object> values, String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, value);
        }
    }

    /** The whole job, from the start of the process. */
    private static double secondsSinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    /** A figure, or NaN where it is absent. */
    double number(String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    String json() throws IOException {
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(values) + "\n";
    }
}
