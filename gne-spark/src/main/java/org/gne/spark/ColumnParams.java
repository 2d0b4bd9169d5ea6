package org.gne.spark;

import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The columns of {@link HasColumns}: what they are called by default, and what they hold. */
final class ColumnParams {

    private ColumnParams() {}

    /** Sets the names that hold unless others are set. */
    static void setDefaults(HasColumns<?> owner) {
        owner.setDefault(owner.featuresCol(), "features");
        owner.setDefault(owner.coordinatesCol(), "coordinates");
        owner.setDefault(owner.errorCol(), "error");
        owner.setDefault(owner.handleInvalid(), InvalidRows.ERROR.toString());
    }

    /** Whether the values of a row are in columns of their own. */
    static boolean isTable(HasColumns<?> columns) {
        return columns.isSet(columns.inputCols());
    }

    static InvalidRows invalid(HasColumns<?> columns) {
        return InvalidRows.of(columns.getOrDefault(columns.handleInvalid()));
    }

    /** The column of ids, or null. */
    static @Nullable String id(HasColumns<?> columns) {
        return columns.isSet(columns.idCol()) ? columns.getOrDefault(columns.idCol()) : null;
    }

    /** The schema of a rows' table with places and errors. */
    static StructType withPlaces(StructType schema, HasColumns<?> columns) {
        if (!isTable(columns)) {
            NumberColumn.check(schema, columns.getFeaturesCol());
        }
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
