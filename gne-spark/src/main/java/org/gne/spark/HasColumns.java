package org.gne.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;

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

    /**
     * The columns with the values of a row, in place of {@link #featuresCol}: numbers, booleans, texts, dates and times of a table; {@code *}
     * matches any text. A model finds its columns by their names, whatever else the table has.
     */
    default StringArrayParam inputCols() {
        return new StringArrayParam(this, "inputCols", "columns with the values of a row; * matches any text");
    }

    /** The column with the ids of the rows; not set: rows are known by their numbers, from 0. */
    default Param<String> idCol() {
        return new Param<>(this, "idCol", "column with the ids of the rows; not set: their numbers, from 0");
    }

    /**
     * What happens to a row with a value that cannot be used: a null, a vector of another length, an infinite value, a text where the column
     * has numbers. {@code error}, the default, fails and names the row; {@code skip} leaves the row out; {@code keep} takes the value as
     * missing, a null and a vector of another length as a row of missing values.
     */
    default Param<String> handleInvalid() {
        return new Param<>(this, "handleInvalid", "what happens to rows that cannot be used: error, skip or keep");
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

    /**
     * Sets the columns with the values of a row, in place of a vector; {@code *} matches any text.
     *
     * @param values at least one name
     */
    default T setInputCols(String... values) {
        return Fluent.set(this, inputCols(), values);
    }

    /** Sets the column with the ids of the rows, which messages name too. */
    default T setIdCol(String value) {
        return Fluent.set(this, idCol(), value);
    }

    /**
     * Sets what happens to rows that cannot be used: {@code error}, {@code skip} or {@code keep}.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    default T setHandleInvalid(String value) {
        return Fluent.set(this, handleInvalid(), InvalidRows.of(value).toString());
    }

    /** Sets the column with the values of a row. */
    default T setFeaturesCol(String value) {
        return Fluent.set(this, featuresCol(), value);
    }

    /** Sets the column for the coordinates. */
    default T setCoordinatesCol(String value) {
        return Fluent.set(this, coordinatesCol(), value);
    }

    /** Sets the column for the errors. */
    default T setErrorCol(String value) {
        return Fluent.set(this, errorCol(), value);
    }
}
