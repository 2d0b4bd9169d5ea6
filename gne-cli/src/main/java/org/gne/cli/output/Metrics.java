package org.gne.cli.output;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.FitRecord;
import org.gne.GneModel;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.quality.Explained;
import org.gne.quality.MapQuality;

/**
 * What {@code metrics.json} says of a map: how it came about, and how good it is.
 *
 * @param facts how it came about, by their names and in the order in which they are written
 * @param quality how good it is
 */
public record Metrics(Map<String, Object> facts, MapQuality quality) {

    /** Mean loss of the last epoch, noise on. */
    public static final String TRAINING_LOSS = "trainingLoss";

    /** Time of the work, or of the whole job. */
    public static final String SECONDS = "seconds";

    /** Threads at work. */
    public static final String THREADS = "threads";

    /** How values are scaled. */
    public static final String SCALING = "scaling";

    /** What is wrong with the fit, where something is. */
    public static final String WARNING = "warning";

    /** What the user should know of how the data was read. */
    public static final String NOTES = "notes";

    /** SHA-256 of the coordinates. */
    public static final String EMBEDDING_SHA256 = "embeddingSha256";

    static Metrics of(Dataset data, GneModel model, int threads) {
        FitRecord record = model.record();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("data", data.name());
        facts.put("preset", record.preset());
        facts.put("rows", record.rows());
        facts.put("width", model.schema().width());
        facts.put("dim", model.dim());
        facts.put("seed", record.seed());
        facts.put(THREADS, record.threads());
        facts.put("kernel", record.kernel());
        facts.put("jdk", record.jdk());
        facts.put(SCALING, model.scaling().kind().name());
        training(facts, record);
        facts.put(EMBEDDING_SHA256, model.embedding().sha256());
        if (model.schema() instanceof Schema.Columns table) {
            facts.put("explainedPerColumn", explained(table, model.explained()));
        }
        if (model.warning() != null) {
            facts.put(WARNING, model.warning());
        }
        try (Parallel parallel = new Parallel(threads)) {
            MapQuality quality = MapQuality.of(
                    model.embedding(),
                    model.decoder().heads().represented(data.samples().scaled(model.scaling())),
                    data.labels(),
                    model.explained(),
                    record.seed(),
                    parallel);
            notes(facts, data);
            number(facts, SECONDS, secondsSinceStart());
            return new Metrics(facts, quality);
        }
    }

    /** How much of each source column is explained, by its name; columns that do not vary are left out. */
    private static Map<String, Object> explained(Schema.Columns table, Explained explained) {
        Map<String, Object> columns = new LinkedHashMap<>();
        int at = 0;
        for (Column column : table.columns()) {
            number(columns, column.name(), explained.columns()[at]);
            at += column.width();
        }
        return columns;
    }

    /** Adds what is known of a training of GNE. */
    public static void training(Map<String, Object> facts, FitRecord record) {
        facts.put("epochs", record.epochs());
        if (record.labelWeight() > 0) {
            facts.put("labelWeight", record.labelWeight());
        }
        training(facts, record.trainSeconds(), record.gflops(), record.trainingLoss());
    }

    /** Adds what any training by epochs has. */
    public static void training(Map<String, Object> facts, double seconds, double gflops, double loss) {
        number(facts, "trainSeconds", seconds);
        number(facts, "gflops", gflops);
        number(facts, TRAINING_LOSS, loss);
    }

    /** Adds what the user should know of how the data was read. */
    public static void notes(Map<String, Object> facts, Dataset data) {
        if (!data.notes().isEmpty()) {
            facts.put(NOTES, data.notes());
        }
    }

    /** JSON knows no NaN: a number that could not be had is left out. */
    public static void number(Map<String, Object> facts, String name, double value) {
        if (Double.isFinite(value)) {
            facts.put(name, value);
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

    /** A number among the facts, or NaN where it is absent. */
    public double number(String name) {
        return facts.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** Facts and measures, as they are written. */
    public Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.putAll(quality.byKey());
        return all;
    }

    public String json() throws IOException {
        return json(all());
    }

    /** An object as the files of results have it. */
    public static String json(Map<String, Object> object) throws IOException {
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(object) + "\n";
    }
}
