package org.gne.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * The rows of a fit: where they come from, how their values are read, and what names them.
 *
 * @param data the data frame, with no more columns than are needed
 * @param reader of the values
 * @param id the column with the ids of the rows, or null to call them by their number
 * @param label the column with the labels of the rows, or null
 * @param invalid what happens to rows that cannot be used
 */
record Source(
        Dataset<Row> data,
        RowReader reader,
        @Nullable String id,
        @Nullable String label,
        InvalidRows invalid) {

    /** Deals the rows out to partitions, one after another, whatever partitions they came from; one element each. */
    JavaRDD<PartRows> deal(int parts) {
        RowReader read = reader;
        int ids = position(id);
        int labels = position(label);
        return usable().zipWithIndex()
                .mapToPair(
                        pair -> new Tuple2<>((int) (pair._2() % parts), line(read, pair._1(), pair._2(), ids, labels)))
                .partitionBy(new HashPartitioner(parts))
                .mapPartitionsWithIndex(
                        (part, pairs) -> {
                            List<PartRows.Line> lines = new ArrayList<>();
                            pairs.forEachRemaining(pair -> lines.add(pair._2()));
                            return List.of(PartRows.of(part, parts, read, ids >= 0, labels >= 0, lines))
                                    .iterator();
                        },
                        true);
    }

    /** The rows to fit, without those that are skipped. */
    private JavaRDD<Row> usable() {
        RowReader read = reader;
        return invalid == InvalidRows.SKIP
                ? data.javaRDD().filter(row -> read.read(row, "").problem() == null)
                : data.javaRDD();
    }

    /** The number of rows that are skipped. */
    long skipped() {
        RowReader read = reader;
        return invalid == InvalidRows.SKIP
                ? data.javaRDD()
                        .filter(row -> read.read(row, "").problem() != null)
                        .count()
                : 0;
    }

    private int position(@Nullable String column) {
        return Arrays.asList(data.columns()).indexOf(column);
    }

    private static PartRows.Line line(RowReader reader, Row row, long number, int ids, int labels) {
        Object id = ids < 0 ? null : row.get(ids);
        RowValues values = reader.read(row, place(number, id));
        return new PartRows.Line(
                number,
                values.columns(),
                values.values(),
                id,
                labels < 0 ? null : SparkRow.text(row.get(labels)),
                values.problem());
    }

    private static String place(long number, @Nullable Object id) {
        return "row " + number + (id == null ? "" : " (" + SparkRow.text(id) + ")");
    }
}
