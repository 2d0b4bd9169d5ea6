package org.gne.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VarcharType;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * A data frame as a table of the library. The driver reads all rows, a partition at a time in its memory; when it is sent to tasks, only
 * the names and types of the columns travel, and the tasks read rows of their own ({@link SparkRow}).
 */
final class SparkTable implements Table, Serializable {

    private static final long serialVersionUID = 1;

    private static final List<DataType> WHOLE =
            List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

    private static final List<DataType> NUMBERS =
            List.of(DataTypes.FloatType, DataTypes.DoubleType, DataTypes.NullType);

    private static final List<DataType> TIMES = List.of(DataTypes.TimestampType, DataTypes.TimestampNTZType);

    private final TableColumn[] columns;
    private final transient @Nullable Dataset<Row> data;

    SparkTable(Dataset<Row> data) {
        this(data.schema(), data);
    }

    private SparkTable(StructType schema, @Nullable Dataset<Row> data) {
        columns = Arrays.stream(schema.fields()).map(SparkTable::column).toArray(TableColumn[]::new);
        this.data = data;
    }

    private static TableColumn column(StructField field) {
        DataType type = field.dataType();
        String name = field.name();
        if (WHOLE.contains(type)) {
            return new TableColumn(name, TableColumn.Kind.INTEGER);
        }
        if (NUMBERS.contains(type) || type instanceof DecimalType) {
            return new TableColumn(name, TableColumn.Kind.NUMBER);
        }
        if (type.equals(DataTypes.BooleanType)) {
            return new TableColumn(name, TableColumn.Kind.BOOLEAN);
        }
        if (type.equals(DataTypes.DateType)) {
            return new TableColumn(name, TableColumn.Kind.DATE);
        }
        if (TIMES.contains(type)) {
            return new TableColumn(name, TableColumn.Kind.TIME);
        }
        if (type.equals(DataTypes.StringType) || type instanceof CharType || type instanceof VarcharType) {
            return new TableColumn(name, TableColumn.Kind.TEXT);
        }
        return new TableColumn(
                name,
                TableColumn.Kind.TEXT,
                "column '" + name + "': found " + type.simpleString()
                        + ", expected numbers, booleans, dates, times or texts");
    }

    @Override
    public String name() {
        return "data frame";
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(columns);
    }

    TableColumn.Kind kind(int column) {
        return columns[column].kind();
    }

    @Override
    public Rows rows() {
        Dataset<Row> all = Objects.requireNonNull(data, "a table in a task has no rows");
        if (all.isStreaming()) {
            throw new InputException(
                    "data frame: is a stream, whose texts cannot be examined before they come, expected columns of"
                            + " the types date, timestamp or boolean where the model has dates and booleans");
        }
        return new AllRows(all.toLocalIterator());
    }

    @Override
    public void close() {
        // Spark's session has all resources.
    }

    private final class AllRows implements Rows {
        private final Iterator<Row> source;
        private long number = -1;
        private @Nullable SparkRow row;

        AllRows(Iterator<Row> source) {
            this.source = source;
        }

        @Override
        public boolean next() {
            if (!source.hasNext()) {
                return false;
            }
            number++;
            row = new SparkRow(SparkTable.this, source.next(), "row " + number);
            return true;
        }

        private SparkRow row() {
            return Objects.requireNonNull(row, "before the first row");
        }

        @Override
        public double number(int column) {
            return row().number(column);
        }

        @Override
        public @Nullable String text(int column) {
            return row().text(column);
        }

        @Override
        public String place() {
            return row().place();
        }

        @Override
        public void close() {
            // Spark ends the job when the iterator is collected.
        }
    }
}
