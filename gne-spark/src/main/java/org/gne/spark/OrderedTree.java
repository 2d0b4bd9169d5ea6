package org.gne.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Adds the shares of the partitions in their order. Large shares go through about the square root of their number of groups, so that
 * the driver does not receive all of them; small ones do not, because a shuffle costs more than it saves. Spark's own treeAggregate adds them in the order in which tasks end, with
 * other bits each time.
 */
final class OrderedTree {

    /** Up to so many bytes of shares are sent to the driver directly. */
    private static final long DIRECT = 128L << 20;

    /** Groups of fewer than two shares save nothing. */
    private static final int FEW = 3;

    private OrderedTree() {}

    /**
     * @param shares one per partition
     * @param bytes of a share
     */
    static Merged sum(JavaRDD<Merged> shares, long bytes) {
        int parts = shares.getNumPartitions();
        if (parts <= FEW || parts * bytes <= DIRECT) {
            return sum(shares.collect());
        }
        int fan = (int) Math.ceil(Math.sqrt(parts));
        int groups = (parts + fan - 1) / fan;
        JavaPairRDD<Integer, Tuple2<Integer, Merged>> keyed = shares.mapPartitionsWithIndex(
                        (part, share) -> List.of(new Tuple2<>(part / fan, new Tuple2<>(part, share.next())))
                                .iterator(),
                        true)
                .mapToPair(pair -> pair);
        List<Tuple2<Integer, Merged>> sums = new ArrayList<>(keyed.groupByKey(new HashPartitioner(groups))
                .mapValues(OrderedTree::inOrder)
                .collect());
        sums.sort(Comparator.comparing(Tuple2::_1));
        return sum(sums.stream().map(Tuple2::_2).toList());
    }

    private static Merged inOrder(Iterable<Tuple2<Integer, Merged>> group) {
        List<Tuple2<Integer, Merged>> sorted = new ArrayList<>();
        group.forEach(sorted::add);
        sorted.sort(Comparator.comparing(Tuple2::_1));
        return sum(sorted.stream().map(Tuple2::_2).toList());
    }

    private static Merged sum(List<Merged> shares) {
        Merged sum = shares.get(0);
        for (int i = 1; i < shares.size(); i++) {
            sum = sum.and(shares.get(i));
        }
        return sum;
    }
}
