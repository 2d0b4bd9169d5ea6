package org.gne;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.gne.analysis.Ascent;
import org.gne.analysis.ClassOverlap;
import org.gne.analysis.DensityObjective;
import org.gne.analysis.FeatureObjective;
import org.gne.analysis.Regions;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.MapRange;
import org.gne.data.RowLabels;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.data.Target;
import org.gne.kernel.Parallel;
import org.gne.mixture.MapMixture;
import org.gne.nn.ResidualMlp;
import org.gne.place.Placed;
import org.gne.place.PlacementOptions;
import org.gne.quality.Explained;
import org.gne.quality.MapQuality;
import org.gne.quality.ReconstructionError;
import org.jspecify.annotations.Nullable;

/**
 * A map that works in both directions: coordinates of rows, and a decoder for any point.
 *
 * @param embedding the coordinates of the rows: {@code [rows, dim]}
 * @param decoder generates a sample at any point, in scaled units
 * @param scaling the conversion between the units of the data and scaled units
 * @param schema the kind of a row
 * @param record how the model was fitted
 * @param labels the classes of the rows, or null if they are not known
 * @param mixture the density of the rows and their classes on the map, or null if it was not fitted ({@link
 *     #withMixture})
 * @param explained how much of the training rows the decoder explains; a model from a file has no errors of its rows
 * @param target labels of the rows that are numbers, or null if there are none
 */
public record GneModel(
        Embedding embedding,
        ResidualMlp decoder,
        Scaling scaling,
        Schema schema,
        FitRecord record,
        @Nullable Labels labels,
        @Nullable MapMixture mixture,
        Explained explained,
        @Nullable Target target) {

    /** A last loss of this many times the lowest one has risen; noise and late searches change it less. */
    private static final double RISEN = 2;

    /** The weight of the distance from training rows in placement, in units of the unexplained share. */
    private static final double AWAY = 4;

    /** The highest such weight, in units of the error of a value under the best constant. */
    private static final double MOST_AWAY = 0.2;

    /** A loss below this share of that of a constant has not risen, however much lower it was before. */
    private static final double SMALL = 0.001;

    public GneModel {
        if (embedding.dim() != decoder.shape().in()) {
            throw new IllegalArgumentException("found a map of dimension " + embedding.dim() + " for a decoder of "
                    + decoder.shape().in());
        }
        if (schema.width() != decoder.shape().out()) {
            throw new IllegalArgumentException("rows of " + schema.width() + " values for a decoder of "
                    + decoder.shape().out());
        }
        if (labels != null) {
            labels.requireOnePer(embedding);
        }
        if (target != null) {
            target.requireOnePer(embedding);
        }
        if (explained.errors().length != 0 && explained.errors().length != embedding.size()) {
            throw new IllegalArgumentException(explained.errors().length + " training errors for a map of "
                    + embedding.size() + " rows, expected as many or none");
        }
        if (mixture != null && mixture.components().dim() != embedding.dim()) {
            throw new IllegalArgumentException(
                    "a mixture of dimension " + mixture.components().dim() + " for a map of " + embedding.dim());
        }
    }

    /** A model without labels, mixture and training errors. */
    public GneModel(Embedding embedding, ResidualMlp decoder, Scaling scaling, Schema schema, FitRecord record) {
        this(embedding, decoder, scaling, schema, record, null, null, Explained.unknown(), null);
    }

    /**
     * This model with the classes of its rows and a Gaussian mixture of their coordinates, fitted with the seed of the
     * model.
     *
     * @param rowLabels one per row, or null for a mixture without classes
     */
    public GneModel withMixture(@Nullable Labels rowLabels, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            MapMixture fitted = MapMixture.fit(embedding, rowLabels, record.seed(), parallel);
            return new GneModel(embedding, decoder, scaling, schema, record, rowLabels, fitted, explained, target);
        }
    }

    /** This model with labels of its rows that are numbers, or with null without them. */
    public GneModel withTarget(@Nullable Target rowTarget) {
        return new GneModel(embedding, decoder, scaling, schema, record, labels, mixture, explained, rowTarget);
    }

    /** The labels of the rows, classes or numbers, or null if they are not known. */
    public @Nullable RowLabels rowLabels() {
        return labels != null ? labels : target;
    }

    /**
     * {@link #reconstructionErrors} of the rows that it was trained on, from the fit: {@code [rows]}; empty if they are
     * not known, as in a model from a file.
     */
    public float[] trainingErrors() {
        return explained.errors();
    }

    /** A warning about the fit in one line, or null. The map can look good in spite of it. */
    public @Nullable String warning() {
        if (explained.total() <= 0) {
            return String.format(
                    Locale.ROOT,
                    "the decoder explains nothing of the rows (explained %.3f, a constant has 0): samples, errors and coordinates of"
                            + " new rows are useless. More epochs or another scaling may help",
                    explained.total());
        }
        if (record.trainingLoss() > RISEN * record.lowestLoss()
                && !(record.trainingLoss() < SMALL * explained.nullError())) {
            return String.format(
                    Locale.ROOT,
                    "the loss ended at %.4g after it had been as low as %.4g: lower learning rates or more epochs may help",
                    record.trainingLoss(),
                    record.lowestLoss());
        }
        return null;
    }

    private MapMixture fittedMixture() {
        if (mixture == null) {
            throw new IllegalStateException("the model has no mixture, expected one: withMixture");
        }
        return mixture;
    }

    private Labels knownLabels() {
        if (labels == null) {
            throw new IllegalStateException(
                    target == null
                            ? "the classes of the rows are not known, expected labels: withMixture"
                            : "the label " + target.name() + " is a number, expected classes: withMixture");
        }
        return labels;
    }

    /** The number of dimensions of the map. */
    public int dim() {
        return embedding.dim();
    }

    /**
     * Generates samples at some points of the map.
     *
     * @param places coordinates {@code [n][dim]}
     * @return {@code [n][width]}, in the units of the data
     * @throws IllegalArgumentException if a point has another dimension than the map
     */
    public float[][] generate(float[][] places) {
        float[][] samples = decoder.decode(places);
        for (float[] sample : samples) {
            scaling.undo(sample, 0, sample.length);
        }
        return samples;
    }

    /**
     * Generates samples on a grid over a 2-D map, at {@link #gridPlaces}.
     *
     * @param n the number of samples per line and per column, at least 1
     * @return {@code [n * n][width]}, in the units of the data
     * @throws IllegalArgumentException if the map does not have 2 dimensions
     */
    public float[][] generateGrid(int n) {
        return generate(gridPlaces(n));
    }

    /**
     * The centres of n x n cells over the map, by {@link MapRange#gridPlaces}.
     *
     * @return {@code [n * n][2]}
     * @throws IllegalArgumentException if the map does not have 2 dimensions
     */
    public float[][] gridPlaces(int n) {
        return MapRange.gridPlaces(embedding, n);
    }

    /** The range of the rows along an axis, without the outermost 0.1 % at either end. */
    public MapRange range(int axis) {
        return MapRange.of(embedding, axis);
    }

    /**
     * The reconstruction error of each row. After a fit {@link #trainingErrors} has it already.
     *
     * @param samples the training rows, in the units of the data
     * @return {@code [rows]}: the mean squared error over the known values of a row, in scaled units
     */
    public float[] reconstructionErrors(Samples samples, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            return ReconstructionError.perRow(samples.scaled(scaling), embedding, decoder, parallel);
        }
    }

    /**
     * Measures the map, as for {@code metrics.json} of {@code gne fit}.
     *
     * @param data the rows the model was trained on, in the units of the data, and their labels, classes or numbers; where
     *     it has none, the model's own are used
     * @throws IllegalArgumentException if there are not as many rows as places, or rows have another width than the
     *     model's
     */
    public MapQuality quality(Dataset data, int threads) {
        if (data.samples().width() != schema.width()) {
            throw new IllegalArgumentException(data.name() + ": rows of "
                    + data.samples().width() + " values, expected " + schema.width() + " as the model has");
        }
        Samples scaled = data.samples().scaled(scaling);
        RowLabels known = data.rowLabels() == null ? rowLabels() : data.rowLabels();
        try (Parallel parallel = new Parallel(threads)) {
            Explained found = Explained.of(scaled, embedding, decoder, parallel);
            Samples compared = decoder.heads().represented(scaled);
            return MapQuality.of(embedding, compared, known, found, record.seed(), parallel);
        }
    }

    /**
     * A placer with {@link PlacementOptions#defaults} and the threads of this machine. It decodes the map, so make it once
     * and keep it.
     */
    public Placer placer() {
        return placer(PlacementOptions.defaults(), Runtime.getRuntime().availableProcessors());
    }

    /**
     * A placer: places new rows again and again, one by one or many at a time.
     *
     * @param threads the number of threads that decode the map now, and that place rows later, at least 1
     */
    public Placer placer(PlacementOptions options, int threads) {
        return new Placer(this, options, threads);
    }

    /**
     * Places new rows on all threads of this machine. Every call decodes the map; {@link #placer} does so once.
     *
     * @param rows {@code [n][width]}, in the units of the data; NaN for a missing value
     * @throws IllegalArgumentException if there are no rows, rows have another width than the model, or a value is
     *     infinite
     */
    public Placed place(float[][] rows) {
        return placer().place(rows);
    }

    /**
     * Places new rows with {@link PlacementOptions#defaults}.
     *
     * @see #place(Samples, PlacementOptions, int, IntConsumer)
     */
    public Placed place(Samples rows, int threads) {
        return place(rows, PlacementOptions.defaults(), threads, done -> {});
    }

    /**
     * Places new rows: finds the coordinates at which the decoder reconstructs each row best. Map and decoder do not
     * change. The coordinates of a row do not depend on the other rows or on the number of threads, bit for bit.
     *
     * @param rows rows in the units of the data, with the model's width; NaN for a missing value, which is ignored
     *     ({@link #impute} fills it in). A row without known values goes to the centre of the map
     * @param listener receives the number of finished rows, on the calling thread
     * @return coordinates and errors, with the limit of the error from the training rows ({@link
     *     FitRecord#explainedError})
     * @throws IllegalArgumentException if the rows have another width than the model, or a value is infinite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Placed place(Samples rows, PlacementOptions options, int threads, IntConsumer listener) {
        return placer(options, threads).place(rows, threads, listener);
    }

    /**
     * The weight of the distance from all training rows, when rows of a table are placed: a few times what the decoder
     * leaves unexplained of a value. Images determine their coordinates by their many values, so it is 0 for them.
     */
    public double awayWeight() {
        double unexplained = 1 - explained.total();
        return schema instanceof Schema.Picture || Double.isNaN(unexplained)
                ? 0
                : Math.min(MOST_AWAY, AWAY * Math.max(0, unexplained)) * explained.nullError();
    }

    /**
     * The point, in the part of the map where rows lie, at which a value of the sample is highest.
     *
     * @param value the index of the value in a row
     * @return the coordinates, and the value in the units of the data
     * @throws IllegalStateException if there is no {@link #mixture}
     */
    public Ascent.Peak highest(int value) {
        FeatureObjective feature = new FeatureObjective(decoder, value);
        Ascent.Peak peak = Ascent.highest(feature, embedding, fittedMixture(), record.seed());
        return new Ascent.Peak(peak.place(), generate(new float[][] {peak.place()})[0][value]);
    }

    /**
     * The mode of a class: the point where its probability times the density of the rows is highest.
     *
     * @param label the index of the class
     * @return the coordinates of the point, and the natural logarithm of that product
     * @throws IllegalStateException if there is no {@link #mixture}
     * @throws IllegalArgumentException if the class has no rows
     */
    public Ascent.Peak mode(int label) {
        var own = fittedMixture().ofClass(label);
        if (own == null) {
            throw new IllegalArgumentException(
                    "class " + fittedMixture().names().get(label) + " has no rows");
        }
        return Ascent.highest(new DensityObjective(own), embedding, fittedMixture(), record.seed());
    }

    /**
     * The decision regions of a 2-D map: the class of each of its cells.
     *
     * @param samples the training rows, in the units of the data
     * @param cells the number of cells along the longer side of the map
     * @throws IllegalStateException if there are no {@link #labels} or no {@link #mixture}
     */
    public Regions regions(Samples samples, int cells, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            return Regions.of(
                    samples.scaled(scaling),
                    embedding,
                    decoder,
                    knownLabels(),
                    fittedMixture(),
                    cells,
                    record.seed(),
                    parallel);
        }
    }

    /**
     * Fills in missing values. Known values do not change. Images get the values that the decoder generates at the rows'
     * coordinates; rows of tables the mean of what it generates there and at the coordinates of up to 1,024 training
     * rows, weighted by how well that explains the known values. A missing category becomes the one with the highest
     * value, a missing boolean the nearer of 0 and 1.
     *
     * @param rows rows in the units of the data, with the model's width; NaN for a missing value
     * @param places the coordinates of the rows, from {@link #place}, or {@link #embedding} for the training rows
     * @return the same rows without missing values; they are filled in when a row is read
     * @throws IllegalArgumentException if the numbers of rows and coordinates differ, or they do not match the model
     */
    public Samples impute(Samples rows, Embedding places) {
        boolean likely = schema instanceof Schema.Columns && LikelyValues.possible(this);
        return new Imputed(rows, places, this, likely ? new LikelyValues(this) : null);
    }

    /**
     * How far the classes overlap on the map.
     *
     * @throws IllegalStateException if there are no {@link #labels} or no {@link #mixture}
     */
    public ClassOverlap overlap(int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            return ClassOverlap.of(embedding, knownLabels(), fittedMixture(), record.seed(), parallel);
        }
    }

    /** Writes the model as safetensors. If writing fails, an existing file stays as it was. */
    public void save(Path file) throws IOException {
        ModelFile.write(this, file);
    }

    /**
     * Reads a model.
     *
     * @throws IOException if the file cannot be read or is not a model; the message says where, what was found and what
     *     was expected
     */
    public static GneModel load(Path file) throws IOException {
        return ModelFile.read(file);
    }
}
