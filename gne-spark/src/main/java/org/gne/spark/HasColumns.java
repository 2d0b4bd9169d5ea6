package org.gne.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** Names of columns that estimator and model have in common. */
public interface HasColumns extends Params {

    /** Column of the rows' numbers: a vector, or an array of float or double. */
    Param<String> featuresCol();

    /** Column of the places on the map, a vector. */
    Param<String> coordinatesCol();

    /** Column of the mean squared error of a row at its place, in scaled units. */
    Param<String> errorCol();

    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    default String getCoordinatesCol() {
        return getOrDefault(coordinatesCol());
    }

    default String getErrorCol() {
        return getOrDefault(errorCol());
    }
}
