package org.gne.spark;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;

/**
 * What the rows of a fit are, beyond the names of their columns ({@link HasColumns}), as parameters of Spark.
 *
 * @param <T> what has them
 */
public interface HasRowKinds<T extends HasRowKinds<T>> extends Params {

    /** The size of the images that the rows are; not set for other rows. */
    default Param<String> picture() {
        return new Param<>(this, "picture", "height x width x channels if rows are images, like 28x28x1");
    }

    /** The columns of {@link HasColumns#inputCols} to leave out. */
    default StringArrayParam excludeCols() {
        return new StringArrayParam(this, "excludeCols", "columns of inputCols to leave out; * matches any text");
    }

    /**
     * The types of columns of {@link HasColumns#inputCols}, where they are not those that their values have: {@code COLUMN=TYPE}.
     */
    default StringArrayParam columnTypes() {
        return new StringArrayParam(
                this, "columnTypes", "COLUMN=TYPE: real, binary, category, count, date, time, id, text or exclude");
    }

    /** The texts and numbers that mean a missing value: for all columns, or {@code COLUMN=TEXT}. */
    default StringArrayParam missingValues() {
        return new StringArrayParam(
                this, "missingValues", "texts or numbers that mean a missing value; COLUMN=TEXT for one column");
    }

    /** The column with the class of each row, or with a number to colour the rows by. */
    default Param<String> labelCol() {
        return new Param<>(this, "labelCol", "column with the class of each row, or with a number");
    }

    /** How much labels influence the map; 0, the default, for not at all. */
    default DoubleParam labelWeight() {
        return new DoubleParam(
                this,
                "labelWeight",
                "how much farther rows of other classes are, as neighbours; 0: labels do not change the map",
                ParamValidators.gtEq(0));
    }

    /**
     * Sets the size of the images that the rows are, {@code 28x28x1}: height, width, channels.
     *
     * @throws IllegalArgumentException if it is not a size
     */
    default T setPicture(String value) {
        return Fluent.set(this, picture(), Pictures.parse(value) == null ? "" : value);
    }

    /** Sets the columns of {@link HasColumns#inputCols} to leave out; {@code *} matches any text. */
    default T setExcludeCols(String... values) {
        return Fluent.set(this, excludeCols(), values);
    }

    /**
     * Sets the types of some columns: {@code COLUMN=TYPE} with the types real, binary, category, count, date, time, id, text (left out) and
     * exclude; {@code *} in COLUMN matches any text.
     */
    default T setColumnTypes(String... values) {
        return Fluent.set(this, columnTypes(), values);
    }

    /** Sets texts or numbers that mean a missing value: {@code -9999} in all columns, {@code age=-1} in one. */
    default T setMissingValues(String... values) {
        return Fluent.set(this, missingValues(), values);
    }

    /** Sets the column with the class of each row, or with a number; it is no part of the row. */
    default T setLabelCol(String value) {
        return Fluent.set(this, labelCol(), value);
    }

    /**
     * Sets how much labels influence the map: the squared distance to a row of another class counts {@code 1 + value} times. 0 for not at
     * all; 1 is a typical value. It needs {@link #labelCol} with classes.
     */
    default T setLabelWeight(double value) {
        return Fluent.set(this, labelWeight(), value);
    }
}
