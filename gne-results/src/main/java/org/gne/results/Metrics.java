package org.gne.results;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.FitRecord;
import org.gne.GneModel;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.RowLabels;
import org.gne.data.Schema;
import org.gne.data.Target;
import org.gne.kernel.Parallel;
import org.gne.quality.Explained;
import org.gne.quality.MapQuality;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code metrics.json}: how a map was fitted, and how good it is.
 *
 * @param facts how the map was fitted, by name, in the order of the file
 * @param quality how good the map is
 */
public record Metrics(Map<String, Object> facts, MapQuality quality) {

    /** The mean loss of the last epoch, with noise. */
    public static final String TRAINING_LOSS = "trainingLoss";

    /** The time of the work, or of the whole job. */
    public static final String SECONDS = "seconds";

    /** The number of threads. */
    public static final String THREADS = "threads";

    /** The seconds of each part of the fit. */
    public static final String PHASES = "phases";

    /** The kind of scaling. */
    public static final String SCALING = "scaling";

    /** A warning about the fit, if there is one. */
    public static final String WARNING = "warning";

    /** Notes on how the data was read. */
    public static final String NOTES = "notes";

    /** SHA-256 of the coordinates. */
    public static final String EMBEDDING_SHA256 = "embeddingSha256";

    /**
     * Measures a finished fit.
     *
     * @param data the rows of the fit; the labels of the model are used if it has none
     */
    public static Metrics of(Dataset data, GneModel model, int threads) {
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
        RowLabels labels = Results.labels(data, model);
        target(facts, labels instanceof Target target ? target : null);
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
                    labels,
                    explained(data, model, parallel),
                    record.seed(),
                    parallel);
            notes(facts, data);
            return new Metrics(facts, quality);
        }
    }

    /** A model from a file has no errors of its rows. */
    private static Explained explained(Dataset data, GneModel model, Parallel parallel) {
        return model.explained().errors().length > 0
                ? model.explained()
                : Explained.of(data.samples().scaled(model.scaling()), model.embedding(), model.decoder(), parallel);
    }

    /** The explained share of each source column, by its name; constant columns are left out. */
    private static Map<String, Object> explained(Schema.Columns table, Explained explained) {
        Map<String, Object> columns = new LinkedHashMap<>();
        int at = 0;
        for (Column column : table.columns()) {
            // The values of a vector have no meaning one by one.
            if (column.source() == null) {
                number(columns, column.name(), explained.columns()[at]);
            }
            at += column.width();
        }
        return columns;
    }

    /** Adds the facts of a training of GNE. */
    public static void training(Map<String, Object> facts, FitRecord record) {
        facts.put("epochs", record.epochs());
        if (record.labelWeight() > 0) {
            facts.put("labelWeight", record.labelWeight());
        }
        if (!record.growths().isEmpty()) {
            facts.put("growths", record.growths());
        }
        training(facts, record.trainSeconds(), record.gflops(), record.trainingLoss());
    }

    /** Adds the facts of any training by epochs. */
    public static void training(Map<String, Object> facts, double seconds, double gflops, double loss) {
        number(facts, "trainSeconds", seconds);
        number(facts, "gflops", gflops);
        number(facts, TRAINING_LOSS, loss);
    }

    /** Adds the name of labels that are numbers, the number of rows that have one, and their range. */
    public static void target(Map<String, Object> facts, @Nullable Target target) {
        if (target != null) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("name", target.name());
            members.put("known", target.known());
            number(members, "low", target.low());
            number(members, "high", target.high());
            facts.put("target", members);
        }
    }

    /** Adds the notes on how the data was read. */
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

    /** A number among the facts, or NaN if it is absent. */
    public double number(String name) {
        return facts.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** Facts and measures, as in the file. */
    public Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.putAll(quality.byKey());
        return all;
    }

    /** Facts and measures as JSON text. */
    public String json() throws IOException {
        return json(all());
    }

    /** An object as JSON text. */
    public static String json(Map<String, Object> object) throws IOException {
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(object) + "\n";
    }
}
