package org.gne.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** Deals the rows of a data set out to partitions, one after another, whatever partitions they came from. */
final class Source {

    private Source() {}

    /**
     * The partitions' rows, one element each.
     *
     * @param idColumn what rows are called, or null to call them by their number
     * @throws IllegalArgumentException if there are no rows or the first has no values
     */
    static JavaRDD<PartRows> deal(Dataset<?> data, String features, @Nullable String idColumn, int parts) {
        Dataset<Row> columns = idColumn == null ? data.select(features) : data.select(features, idColumn);
        List<Row> first = columns.takeAsList(1);
        if (first.isEmpty()) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        int width = NumberColumn.width(first.get(0), 0);
        if (width < 1) {
            throw new IllegalArgumentException("column " + features + ", row 0: found "
                    + (width < 0 ? "null" : "no values") + ", expected at least 1 value");
        }
        boolean ids = idColumn != null;
        return columns.javaRDD()
                .zipWithIndex()
                .mapToPair(pair -> new Tuple2<>((int) (pair._2() % parts), line(pair._1(), pair._2(), width, ids)))
                .partitionBy(new HashPartitioner(parts))
                .mapPartitionsWithIndex(
                        (part, pairs) -> {
                            List<PartRows.Line> lines = new ArrayList<>();
                            pairs.forEachRemaining(pair -> lines.add(pair._2()));
                            return List.of(PartRows.of(part, parts, width, ids, lines))
                                    .iterator();
                        },
                        true);
    }

    private static PartRows.Line line(Row row, long number, int width, boolean ids) {
        float[] values = new float[width];
        String problem = NumberColumn.read(row, 0, width, values, 0);
        return new PartRows.Line(number, values, ids ? row.get(1) : null, problem);
    }
}
