package org.gne.quality;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.RowLabels;
import org.gne.data.Samples;
import org.gne.data.Target;
import org.gne.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/**
 * How good a map is: a value for each {@link Measure} that the data allows. All maps are measured in the same way,
 * whatever the method, so that they can be compared.
 *
 * <pre>{@code
 * MapQuality quality = model.quality(data, threads);
 * System.out.println(quality.trustworthiness());
 * for (Measure measure : quality.measures()) {
 *     System.out.println(measure.title() + " " + measure.text(quality.value(measure)));
 * }
 * }</pre>
 */
public final class MapQuality {

    /** The number of nearest rows that predict a label in {@link Measure#KNN_ACCURACY} and {@link Measure#KNN_R2}. */
    public static final int VOTERS = 5;

    /**
     * The size of a neighbourhood in {@link Measure#NEIGHBORHOOD_HIT}, {@link Measure#TRUSTWORTHINESS} and {@link
     * Measure#CONTINUITY}.
     */
    public static final int NEIGHBORHOOD = 12;

    private static final String ISLANDS_PER_CLASS = "islandsPerClass";

    private static final MapQuality NONE = new MapQuality(Map.of(), Map.of());

    private final EnumMap<Measure, Double> values = new EnumMap<>(Measure.class);
    private final Map<String, Integer> islandsPerClass;

    private MapQuality(Map<Measure, Double> values, Map<String, Integer> islandsPerClass) {
        this.values.putAll(values);
        this.islandsPerClass = Collections.unmodifiableMap(new LinkedHashMap<>(islandsPerClass));
    }

    /** A quality without values; {@link #with} adds values. */
    public static MapQuality none() {
        return NONE;
    }

    /**
     * Measures a map.
     *
     * @param embedding finite coordinates of the rows
     * @param scaled the scaled rows, or null if they are not available
     * @param labels the labels of the rows, classes or numbers, or null if there are none
     * @param explained how much of the rows the decoder explains, with the errors of the rows, or null for a map without a
     *     decoder
     * @param seed the seed of the choice of rows and pairs, if there are too many to use all
     * @throws IllegalArgumentException if the numbers of rows, labels, errors and coordinates differ
     */
    public static MapQuality of(
            Embedding embedding,
            @Nullable Samples scaled,
            @Nullable RowLabels labels,
            @Nullable Explained explained,
            long seed,
            Parallel parallel) {
        MapQuality quality = NONE;
        if (explained != null) {
            requireAsMany("errors", explained.errors().length, embedding);
            quality = quality.with(Measure.EXPLAINED, explained.total())
                    .with(Measure.RECONSTRUCTION_MSE, ReconstructionError.mean(explained.errors()));
        }
        if (labels instanceof Labels classes) {
            quality = quality.with(Measure.KNN_ACCURACY, KnnAccuracy.of(embedding, classes, VOTERS, seed, parallel))
                    .with(Measure.NEIGHBORHOOD_HIT, NeighborhoodHit.of(embedding, classes, NEIGHBORHOOD, parallel))
                    .with(classes, ClassIslands.of(embedding, classes, parallel));
        }
        if (labels instanceof Target target) {
            quality = quality.with(Measure.KNN_R2, KnnR2.of(embedding, target, VOTERS, parallel));
        }
        if (scaled != null) {
            requireAsMany("rows", scaled.size(), embedding);
            Preservation kept = Preservation.of(scaled, embedding, NEIGHBORHOOD, seed, parallel);
            quality = quality.with(Measure.TRUSTWORTHINESS, kept.trustworthiness())
                    .with(Measure.CONTINUITY, kept.continuity())
                    .with(Measure.DISTANCE_CORRELATION, DistanceCorrelation.of(scaled, embedding, seed, parallel));
        }
        return quality;
    }

    private static void requireAsMany(String what, int found, Embedding embedding) {
        if (found != embedding.size()) {
            throw new IllegalArgumentException(
                    found + " " + what + " for " + embedding.size() + " places, expected as many");
        }
    }

    /**
     * The same quality with another value.
     *
     * @param value the value; a value that is not finite is left out, because the data does not allow the measure
     */
    public MapQuality with(Measure measure, double value) {
        MapQuality changed = new MapQuality(values, islandsPerClass);
        if (Double.isFinite(value)) {
            changed.values.put(measure, value);
        } else {
            changed.values.remove(measure);
        }
        return changed;
    }

    private MapQuality with(Labels labels, ClassIslands islands) {
        Map<String, Integer> perClass = new LinkedHashMap<>();
        for (int label = 0; label < islands.perClass().length; label++) {
            perClass.put(labels.names().get(label), islands.perClass()[label]);
        }
        return new MapQuality(values, perClass)
                .with(Measure.CLASS_ISLANDS, islands.total())
                .with(Measure.STRAY_ROWS, islands.stray());
    }

    /** The measures that have a value, in the order of tables. */
    public Set<Measure> measures() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Whether the data allowed a measure. */
    public boolean has(Measure measure) {
        return values.containsKey(measure);
    }

    /** The value of a measure, finite; NaN if the data did not allow it. */
    public double value(Measure measure) {
        return values.getOrDefault(measure, Double.NaN);
    }

    /** {@link Measure#EXPLAINED}: at most 1; NaN without a decoder. */
    public double explained() {
        return value(Measure.EXPLAINED);
    }

    /** {@link Measure#RECONSTRUCTION_MSE}: at least 0, in squared scaled units; NaN without a decoder. */
    public double reconstructionMse() {
        return value(Measure.RECONSTRUCTION_MSE);
    }

    /** {@link Measure#KNN_ACCURACY}: 0 to 1; NaN without classes. */
    public double knnAccuracy() {
        return value(Measure.KNN_ACCURACY);
    }

    /** {@link Measure#KNN_R2}: at most 1; NaN without labels that are numbers. */
    public double knnR2() {
        return value(Measure.KNN_R2);
    }

    /** {@link Measure#TRUSTWORTHINESS}: 0 to 1; NaN for fewer than 25 rows. */
    public double trustworthiness() {
        return value(Measure.TRUSTWORTHINESS);
    }

    /** {@link Measure#CONTINUITY}: 0 to 1; NaN for fewer than 25 rows. */
    public double continuity() {
        return value(Measure.CONTINUITY);
    }

    /** The islands of each class, by its name: they add up to {@link Measure#CLASS_ISLANDS}. Empty without classes. */
    public Map<String, Integer> islandsPerClass() {
        return islandsPerClass;
    }

    /**
     * All values for JSON: a number under the key of each measure that has a value, in the order of tables, then the
     * islands per class if there are classes.
     */
    public Map<String, Object> byKey() {
        Map<String, Object> all = new LinkedHashMap<>();
        values.forEach((measure, value) -> all.put(measure.key(), measure.number(value)));
        if (!islandsPerClass.isEmpty()) {
            all.put(ISLANDS_PER_CLASS, islandsPerClass);
        }
        return all;
    }

    /**
     * Some values as text: {@code trustworthiness 0.9792, continuity 0.9502}. Measures without a value are left out.
     */
    public String text(Collection<Measure> some) {
        return some.stream()
                .filter(this::has)
                .map(measure -> measure.title() + " " + measure.text(value(measure)))
                .collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MapQuality that
                && values.equals(that.values)
                && islandsPerClass.equals(that.islandsPerClass);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return byKey().toString();
    }
}
