package org.gne.spark;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;

/**
 * How a fit is spread over a cluster, as parameters of Spark.
 *
 * @param <T> what has them
 */
public interface HasPartitions<T extends HasPartitions<T>> extends Params {

    /**
     * The number of partitions that train in parallel; 0, the default, for that of the data set, but no more than there are times 4,096
     * rows.
     */
    default IntParam partitions() {
        return new IntParam(
                this,
                "partitions",
                "number of partitions that train in parallel; 0: that of the data set, with at least 4,096 rows in each",
                ParamValidators.gtEq(0));
    }

    /**
     * How often decoders are merged in an epoch; 0, the default, for 20 times as often in a fit as there are partitions, and at least 8 times
     * in an epoch.
     */
    default IntParam roundsPerEpoch() {
        return new IntParam(
                this,
                "roundsPerEpoch",
                "how often decoders are merged in an epoch; 0: as often as the partitions need",
                ParamValidators.gtEq(0));
    }

    /** The folder for checkpoints of this fit only, which all executors can reach. */
    default Param<String> checkpointDir() {
        return new Param<>(
                this,
                "checkpointDir",
                "folder for this fit only, which all executors can reach; a restarted job resumes from it");
    }

    /** Sets the number of partitions that train in parallel; 0 for that of the data set, with at least 4,096 rows in each. */
    default T setPartitions(int value) {
        return Fluent.set(this, partitions(), value);
    }

    /** Sets how often decoders are merged in an epoch, 0 for the default; more rounds lower the error and send more data. */
    default T setRoundsPerEpoch(int value) {
        return Fluent.set(this, roundsPerEpoch(), value);
    }

    /** Sets the folder for checkpoints; a restarted job resumes from it. */
    default T setCheckpointDir(String value) {
        return Fluent.set(this, checkpointDir(), value);
    }
}
