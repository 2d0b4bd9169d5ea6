package org.gne.quality;

import java.util.Locale;

/** What can be measured of a map, in the order of tables. The only place where a measure's names stand. */
public enum Measure {
    EXPLAINED(
            "explained",
            "explained",
            "%.3f",
            Better.HIGHER,
            "How much of the rows the decoder explains; 1 is all, 0 no more than a constant."),
    /** For booleans, categories and counts it is the deviance, in units of what the best constant leaves. */
    RECONSTRUCTION_MSE(
            "reconstructionMse",
            "reconstruction MSE",
            "%.4f",
            Better.LOWER,
            "The mean squared error of what the decoder makes of the rows' places; 0 is best."),
    HELD_OUT_MSE(
            "heldOutMse",
            "held-out MSE",
            "%.4f",
            Better.LOWER,
            "The reconstruction MSE of new rows, at the places found for them; 0 is best."),
    KNN_ACCURACY(
            "knnAccuracy",
            MapQuality.VOTERS + "-NN accuracy",
            "%.4f",
            Better.HIGHER,
            "How often the " + MapQuality.VOTERS + " nearest rows on the map vote for a row's own class; 1 is best."),
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
            "Rows that are near on the map are near in the data too; 1 is best."),
    CONTINUITY(
            "continuity",
            "continuity",
            "%.4f",
            Better.HIGHER,
            "Rows that are near in the data are near on the map too; 1 is best."),
    DISTANCE_CORRELATION(
            "distanceCorrelation",
            "distance correlation",
            "%.4f",
            Better.HIGHER,
            "The rank correlation of distances on the map and in the data; 1 is best."),
    CLASS_ISLANDS(
            "classIslands",
            "class islands",
            "%.0f",
            Better.LOWER,
            "The number of pieces that the classes are torn into; one per class is best."),
    STRAY_ROWS(
            "strayRows",
            "stray rows",
            "%.4f",
            Better.LOWER,
            "The share of the rows that are on no island of their class; 0 is best.");

    /** Which of two values is the better one. */
    public enum Better {
        HIGHER,
        LOWER,
        /** Neither: the value describes a map and does not judge it. */
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

    /** The name in tables, pages and messages for people. */
    public String title() {
        return title;
    }

    /** How a value is written for people, for {@link String#format}. */
    public String format() {
        return format;
    }

    /** Which of two values is the better one. */
    public Better better() {
        return better;
    }

    /** What a value says, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether values are whole numbers. */
    public boolean isCount() {
        return format.equals("%.0f");
    }

    /** A value for people. */
    public String text(double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** A value with all its digits, for JSON and other text for programs: a count has no fraction. */
    public Number number(double value) {
        if (isCount()) {
            return (long) value;
        }
        return value;
    }
}
