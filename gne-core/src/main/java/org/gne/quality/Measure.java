package org.gne.quality;

import java.util.Locale;

/** The measures of a map, in the order of tables, with their keys, titles and meanings. */
public enum Measure {
    /**
     * 1 minus the deviance of the rows, relative to that of the best constant of each column; 0 to 1 for a fit that
     * works, below 0 if constants are better.
     */
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
    /** The {@link #RECONSTRUCTION_MSE} of rows that the fit has not seen, at the coordinates where they were placed. */
    HELD_OUT_MSE(
            "heldOutMse",
            "held-out MSE",
            "%.4f",
            Better.LOWER,
            "The reconstruction MSE of new rows that were placed on the map; 0 is best."),
    /** Rows whose class is known vote among themselves; a row does not vote for itself. 0 to 1. */
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
    /** The mean over the rows whose class is known, 0 to 1 (Paulovich et al. 2008). */
    NEIGHBORHOOD_HIT(
            "neighborhoodHit",
            "neighbourhood hit",
            "%.4f",
            Better.HIGHER,
            "The share of a row's " + MapQuality.NEIGHBORHOOD + " nearest rows that are of its class; 1 is best."),
    /** Neighbours on the map that are far in the data lower it, by their ranks; 0 to 1 (Venna and Kaski 2001). */
    TRUSTWORTHINESS(
            "trustworthiness",
            "trustworthiness",
            "%.4f",
            Better.HIGHER,
            "How far neighbours on the map are neighbours in the data too; 1 is best."),
    /** Neighbours in the data that are far on the map lower it, by their ranks; 0 to 1 (Venna and Kaski 2001). */
    CONTINUITY(
            "continuity",
            "continuity",
            "%.4f",
            Better.HIGHER,
            "How far neighbours in the data are neighbours on the map too; 1 is best."),
    /** Spearman's rank correlation over random pairs of rows, -1 to 1. */
    DISTANCE_CORRELATION(
            "distanceCorrelation",
            "distance correlation",
            "%.4f",
            Better.HIGHER,
            "The rank correlation between distances on the map and in the data; 1 is best."),
    /** A whole number, summed over the classes ({@link ClassIslands}). */
    CLASS_ISLANDS(
            "classIslands",
            "class islands",
            "%.0f",
            Better.LOWER,
            "The number of separate pieces of the classes on the map; one per class is best."),
    /** 0 to 1, of the rows whose class is known ({@link ClassIslands}). */
    STRAY_ROWS(
            "strayRows",
            "stray rows",
            "%.4f",
            Better.LOWER,
            "The share of rows that are on no island of their class; 0 is best.");

    /** Which of two values is the better one. */
    public enum Better {
        /** The higher one. */
        HIGHER,
        /** The lower one. */
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
