package org.gne.quality;

import java.util.Locale;

/** The measures of a map, in the order of tables, with their keys, titles and meanings. */
public enum Measure {
    EXPLAINED(
            "explained",
            "explained",
            "%.3f",
            Better.HIGHER,
            "The share of the rows' variation that is explained; 1 is best, 0 is a constant."),
    /** For booleans, categories and counts it is the deviance, relative to that of the best constant. */
    RECONSTRUCTION_MSE(
            "reconstructionMse",
            "reconstruction MSE",
            "%.4f",
            Better.LOWER,
            "The mean squared error of the rows as the decoder reconstructs them; 0 is best."),
    HELD_OUT_MSE(
            "heldOutMse",
            "held-out MSE",
            "%.4f",
            Better.LOWER,
            "The reconstruction MSE of new rows that were placed on the map; 0 is best."),
    KNN_ACCURACY(
            "knnAccuracy",
            MapQuality.VOTERS + "-NN accuracy",
            "%.4f",
            Better.HIGHER,
            "How often the " + MapQuality.VOTERS + " nearest rows on the map predict the class of a row; 1 is best."),
    /** The R2 of the mean of these rows' numbers; 0 for predictions no better than the mean of all rows. */
    KNN_R2(
            "knnR2",
            MapQuality.VOTERS + "-NN R2",
            "%.4f",
            Better.HIGHER,
            "How well the " + MapQuality.VOTERS + " nearest rows on the map predict the number of a row; 1 is best."),
    NEIGHBORHOOD_HIT(
            "neighborhoodHit",
            "neighbourhood hit",
            "%.4f",
            Better.HIGHER,
            "The share of a row's " + MapQuality.NEIGHBORHOOD + " nearest rows that are of its class; 1 is best."),
    TRUSTWORTHINESS(
            "trustworthiness",
            "trustworthiness",
            "%.4f",
            Better.HIGHER,
            "How far neighbours on the map are neighbours in the data too; 1 is best."),
    CONTINUITY(
            "continuity",
            "continuity",
            "%.4f",
            Better.HIGHER,
            "How far neighbours in the data are neighbours on the map too; 1 is best."),
    DISTANCE_CORRELATION(
            "distanceCorrelation",
            "distance correlation",
            "%.4f",
            Better.HIGHER,
            "The rank correlation between distances on the map and in the data; 1 is best."),
    CLASS_ISLANDS(
            "classIslands",
            "class islands",
            "%.0f",
            Better.LOWER,
            "The number of separate pieces of the classes on the map; one per class is best."),
    STRAY_ROWS(
            "strayRows",
            "stray rows",
            "%.4f",
            Better.LOWER,
            "The share of rows that are on no island of their class; 0 is best.");

    /** Which of two values is the better one. */
    public enum Better {
        HIGHER,
        LOWER,
        /** Neither: the value only describes a map. */
        NONE
    }

    private final String key;
    private final String title;
    private final String format;
    private final Better better;
    private final String meaning;

    Measure(String key, String title, String format, Better better, String meaning) {
        this.key = key;
        this.title = title;
        this.format = format;
        this.better = better;
        this.meaning = meaning;
    }

    /** The name in {@code metrics.json} and in tables for programs. */
    public String key() {
        return key;
    }

    /** The name in tables, pages and messages. */
    public String title() {
        return title;
    }

    /** The format of a value in text, for {@link String#format}. */
    public String format() {
        return format;
    }

    /** Which of two values is the better one. */
    public Better better() {
        return better;
    }

    /** The meaning of a value, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether values are whole numbers. */
    public boolean isCount() {
        return format.equals("%.0f");
    }

    /** A value as text. */
    public String text(double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** A value with all digits, for JSON and other output for programs; a count has no fraction. */
    public Number number(double value) {
        if (isCount()) {
            return (long) value;
        }
        return value;
    }
}
