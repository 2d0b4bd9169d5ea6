package org.gne.spark;

import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of {@link HasColumns}: what they are called by default, and what they hold. */
final class ColumnParams {

    private ColumnParams() {}

    /** Sets the names that hold unless others are set. */
    static void setDefaults(HasColumns<?> owner) {
        owner.setDefault(owner.featuresCol(), "features");
        owner.setDefault(owner.coordinatesCol(), "coordinates");
        owner.setDefault(owner.errorCol(), "error");
    }

    /** The schema of a rows' table with places and errors. */
    static StructType withPlaces(StructType schema, HasColumns<?> columns) {
        NumberColumn.check(schema, columns.getFeaturesCol());
        NumberColumn.checkNew(schema, columns.getCoordinatesCol());
        NumberColumn.checkNew(schema, columns.getErrorCol());
        return add(schema, columns);
    }

    /** A schema with places and errors behind its columns. */
    static StructType add(StructType schema, HasColumns<?> columns) {
        return schema.add(columns.getCoordinatesCol(), SQLDataTypes.VectorType(), false)
                .add(columns.getErrorCol(), DataTypes.FloatType, false);
    }
}
