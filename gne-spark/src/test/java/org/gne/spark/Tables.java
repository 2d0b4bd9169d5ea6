package org.gne.spark;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.gne.data.Samples;

/** Data sets for tests: the same rows each time. */
final class Tables {

    private Tables() {}

    /** Four Gaussian clusters, every fourth row of each. */
    static float[][] clusters(int rows, int width) {
        Random random = new Random(7);
        float[][] centres = new float[4][width];
        for (float[] centre : centres) {
            for (int j = 0; j < width; j++) {
                centre[j] = 2 * (float) random.nextGaussian();
            }
        }
        float[][] values = new float[rows][width];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                values[i][j] = centres[i % 4][j] + 0.3f * (float) random.nextGaussian();
            }
        }
        return values;
    }

    static Vector vector(float[] row) {
        return Vectors.dense(
                IntStream.range(0, row.length).mapToDouble(j -> row[j]).toArray());
    }

    /** Columns name and features, the latter dense vectors. */
    static Dataset<Row> of(SparkSession spark, float[][] rows) {
        return of(
                spark,
                SQLDataTypes.VectorType(),
                java.util.Arrays.stream(rows).map(Tables::vector).toList());
    }

    /** Columns name and features. */
    static Dataset<Row> of(SparkSession spark, DataType type, List<? extends Object> cells) {
        StructType schema = new StructType().add("name", DataTypes.StringType).add("features", type);
        List<Row> rows = IntStream.range(0, cells.size())
                .mapToObj(i -> RowFactory.create("row " + i, cells.get(i)))
                .toList();
        return spark.createDataFrame(rows, schema);
    }

    /** The rows of a data set of core, its numbers as arrays of float, in so many partitions. */
    static Dataset<Row> of(SparkSession spark, Samples samples, int partitions) {
        StructType schema = new StructType().add("features", DataTypes.createArrayType(DataTypes.FloatType));
        List<Row> rows = IntStream.range(0, samples.size())
                .mapToObj(i -> {
                    float[] row = new float[samples.width()];
                    samples.read(i, row, 0);
                    return RowFactory.create((Object) row);
                })
                .toList();
        return spark.createDataFrame(
                org.apache.spark.api.java.JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .parallelize(rows, partitions),
                schema);
    }
}
