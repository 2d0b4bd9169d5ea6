package org.gne;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gne.analysis.Ascent;
import org.gne.analysis.ClassOverlap;
import org.gne.analysis.DensityObjective;
import org.gne.analysis.FeatureObjective;
import org.gne.analysis.Regions;
import org.gne.batch.BatchFactors;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Ids;
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
import org.gne.place.PlacementOptions;
import org.gne.quality.Explained;
import org.gne.quality.MapQuality;
import org.gne.quality.ReconstructionError;
import org.jspecify.annotations.Nullable;

/**
 * A map that works in both directions: coordinates of rows, and a decoder for any point. What it generates is described in {@link
 * GenerativeMap}, how it places new rows in {@link PlacingMap}. Methods without a number of threads use those of this machine; it never changes a result.
 *
 * <p>The arrays within a model are not copied when it is made or read; do not change them.
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
 * @param ids what the rows are called, or null if they are known by their number only
 * @param batches the factors of batches by which counts were divided before the fit, or null if there were none; new rows are
 *     to be {@linkplain BatchFactors#corrected corrected} before they are placed
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
        @Nullable Target target,
        @Nullable Ids ids,
        @Nullable BatchFactors batches)
        implements GenerativeMap, PlacingMap {

    /** The weight of the distance from training rows in placement, in units of the unexplained share. */
    private static final double AWAY = 4;

    /** The highest such weight, in units of the error of a value under the best constant. */
    private static final double MOST_AWAY = 0.2;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the map, the decoder, the schema and what is known of the rows do not have
     *     the same sizes
     */
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
        if (ids != null && ids.size() != embedding.size()) {
            throw new IllegalArgumentException(
                    ids.size() + " ids for " + embedding.size() + " points, expected as many");
        }
        if (explained.errors().length != 0 && explained.errors().length != embedding.size()) {
            throw new IllegalArgumentException(explained.errors().length + " training errors for a map of "
                    + embedding.size() + " rows, expected as many or none");
        }
        if (batches != null && batches.width() != schema.width()) {
            throw new IllegalArgumentException(
                    "factors of batches for rows of " + batches.width() + " values, expected " + schema.width());
        }
        if (mixture != null && mixture.components().dim() != embedding.dim()) {
            throw new IllegalArgumentException(
                    "a mixture of dimension " + mixture.components().dim() + " for a map of " + embedding.dim());
        }
    }

    /** A model without batches. */
    public GneModel(
            Embedding embedding,
            ResidualMlp decoder,
            Scaling scaling,
            Schema schema,
            FitRecord record,
            @Nullable Labels labels,
            @Nullable MapMixture mixture,
            Explained explained,
            @Nullable Target target,
            @Nullable Ids ids) {
        this(embedding, decoder, scaling, schema, record, labels, mixture, explained, target, ids, null);
    }

    /** A model without ids. */
    public GneModel(
            Embedding embedding,
            ResidualMlp decoder,
            Scaling scaling,
            Schema schema,
            FitRecord record,
            @Nullable Labels labels,
            @Nullable MapMixture mixture,
            Explained explained,
            @Nullable Target target) {
        this(embedding, decoder, scaling, schema, record, labels, mixture, explained, target, null);
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
            return withMixture(rowLabels, parallel);
        }
    }

    GneModel withMixture(@Nullable Labels rowLabels, Parallel parallel) {
        MapMixture fitted = MapMixture.fit(embedding, rowLabels, record.seed(), parallel);
        return new GneModel(
                embedding, decoder, scaling, schema, record, rowLabels, fitted, explained, target, ids, batches);
    }

    /** This model with other ids of its rows, or with null without them. */
    public GneModel withIds(@Nullable Ids rowIds) {
        return new GneModel(
                embedding, decoder, scaling, schema, record, labels, mixture, explained, target, rowIds, batches);
    }

    /** This model with labels of its rows that are numbers, or with null without them. */
    public GneModel withTarget(@Nullable Target rowTarget) {
        return new GneModel(
                embedding, decoder, scaling, schema, record, labels, mixture, explained, rowTarget, ids, batches);
    }

    /** This model with the factors of the batches by which its rows were divided, or with null without them. */
    public GneModel withBatches(@Nullable BatchFactors value) {
        return new GneModel(
                embedding, decoder, scaling, schema, record, labels, mixture, explained, target, ids, value);
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
        return FitWarning.of(record, explained);
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

    @Override
    public float[][] generate(float[][] places) {
        float[][] samples = decoder.decode(places);
        for (float[] sample : samples) {
            scaling.undo(sample, 0, sample.length);
        }
        return samples;
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

    /** {@link #quality(Dataset, int)} on all threads of this machine. */
    public MapQuality quality(Dataset data) {
        return quality(data, processors());
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public Placer placer(PlacementOptions options, int threads) {
        return new Placer(this, options, threads);
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

    /** {@link #overlap(int)} on all threads of this machine. */
    public ClassOverlap overlap() {
        return overlap(processors());
    }

    /** {@link #reconstructionErrors(Samples, int)} on all threads of this machine. */
    public float[] reconstructionErrors(Samples samples) {
        return reconstructionErrors(samples, processors());
    }

    /**
     * Fills in missing values of new rows, which are placed first.
     *
     * @see #impute(Samples, Embedding)
     */
    public Samples impute(Samples rows) {
        return impute(rows, place(rows).embedding());
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

    /**
     * Writes the model as safetensors. If writing fails, an existing file stays as it was.
     *
     * @throws java.io.InterruptedIOException if the thread is interrupted: {@link Thread#interrupted} clears that
     */
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

    /** Whether it is the same object. To compare maps, compare {@link #embedding}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** What was fitted, in one line: dimension, rows, width, labels, preset, explained share. */
    @Override
    public String toString() {
        RowLabels known = rowLabels();
        return String.format(
                Locale.ROOT,
                "GneModel: a map of dimension %d of %,d rows of %d values%s; preset %s, %d epochs%s",
                dim(),
                embedding.size(),
                schema.width(),
                known == null ? "" : ", " + known,
                record.preset(),
                record.epochs(),
                Double.isNaN(explained.total())
                        ? ""
                        : String.format(Locale.ROOT, ", explained %.3f", explained.total()));
    }
}
