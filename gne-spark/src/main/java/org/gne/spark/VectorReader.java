package org.gne.spark;

import java.util.Arrays;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose values are in one column: a vector, or an array of float or double.
 *
 * @param name of the column
 * @param position of the column in the data frame
 * @param cells the number of values of a row
 * @param keeps whether what cannot be used is a missing value
 */
record VectorReader(String name, int position, int cells, boolean keeps) implements RowReader {

    @Override
    public Schema.@Nullable Columns table() {
        return null;
    }

    @Override
    public RowValues read(Row row, String place) {
        RowValues read = NumberColumn.values(row, position, cells, keeps);
        return read.problem() == null
                ? read
                : RowValues.wrong("column " + name + (place.isEmpty() ? "" : ", " + place) + ": " + read.problem());
    }

    /**
     * What the values of a vector are: columns with the names that the stages of a pipeline gave them ({@code VectorAssembler}), or with
     * their numbers.
     */
    static Schema schema(StructField field, int width) {
        if (field.dataType().equals(org.apache.spark.ml.linalg.SQLDataTypes.VectorType())) {
            AttributeGroup group = AttributeGroup.fromStructField(field);
            if (group.attributes().isDefined()) {
                Attribute[] attributes = group.attributes().get();
                boolean named = attributes.length == width
                        && Arrays.stream(attributes)
                                .allMatch(each -> each.name().isDefined())
                        && Arrays.stream(attributes)
                                        .map(each -> each.name().get())
                                        .distinct()
                                        .count()
                                == width;
                if (named) {
                    return new Schema.Columns(Arrays.stream(attributes)
                            .map(each -> Column.number(each.name().get()))
                            .toList());
                }
            }
        }
        return Schema.Columns.numbered(width);
    }
}
