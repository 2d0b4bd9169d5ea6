package org.gne.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * The names of the columns that estimator and model share. Parameters of the same name and owner are equal, so that
 * none has to be kept.
 *
 * @param <T> what has them
 */
public interface HasColumns<T extends HasColumns<T>> extends Params {

    /** The column with the values of a row: a vector, or an array of float or double. */
    default Param<String> featuresCol() {
        return new Param<>(this, "featuresCol", "column with the values of a row: vector, or array of float or double");
    }

    /** The column for the coordinates on the map, a vector. */
    default Param<String> coordinatesCol() {
        return new Param<>(this, "coordinatesCol", "column for the coordinates on the map: vector");
    }

    /** The column for the mean squared error of a row, in scaled units. */
    default Param<String> errorCol() {
        return new Param<>(this, "errorCol", "column for the mean squared error of a row");
    }

    /** The name of the column with the values of a row. */
    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    /** The name of the column for the coordinates. */
    default String getCoordinatesCol() {
        return getOrDefault(coordinatesCol());
    }

    /** The name of the column for the errors. */
    default String getErrorCol() {
        return getOrDefault(errorCol());
    }

    /** Sets the column with the values of a row. */
    default T setFeaturesCol(String value) {
        return with(featuresCol(), value);
    }

    /** Sets the column for the coordinates. */
    default T setCoordinatesCol(String value) {
        return with(coordinatesCol(), value);
    }

    /** Sets the column for the errors. */
    default T setErrorCol(String value) {
        return with(errorCol(), value);
    }

    @SuppressWarnings("unchecked")
    private T with(Param<String> column, String value) {
        set(column, value);
        return (T) this;
    }
}
