package org.gne.spark;

import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The parameters of {@link HasColumns}; made once their owner has its uid, which they keep. */
record ColumnParams(Param<String> features, Param<String> coordinates, Param<String> error) {

    static ColumnParams of(HasColumns owner) {
        return new ColumnParams(
                new Param<>(owner, "featuresCol", "column of a row's numbers: vector, or array of float or double"),
                new Param<>(owner, "coordinatesCol", "column of the places on the map: vector"),
                new Param<>(owner, "errorCol", "column of the mean squared error of a row at its place"));
    }

    /** The schema with places and errors. */
    static StructType withPlaces(StructType schema, HasColumns columns) {
        Features.check(schema, columns.getFeaturesCol());
        Features.checkNew(schema, columns.getCoordinatesCol());
        Features.checkNew(schema, columns.getErrorCol());
        return schema.add(columns.getCoordinatesCol(), SQLDataTypes.VectorType(), false)
                .add(columns.getErrorCol(), DataTypes.FloatType, false);
    }
}
