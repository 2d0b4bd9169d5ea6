package org.gne.spark;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.gne.Preset;

/**
 * How a map is trained, as parameters of Spark.
 *
 * @param <T> what has them
 */
public interface HasTraining<T extends HasTraining<T>> extends Params {

    /** The preset of the other options: paper, fast, default or best. */
    default Param<String> preset() {
        return new Param<>(this, "preset", "paper, fast, default or best");
    }

    /** The number of dimensions of the map; 2 by default. */
    default IntParam dim() {
        return new IntParam(this, "dim", "number of dimensions of the map", ParamValidators.gtEq(1));
    }

    /** The width of the decoder; 64 by default. */
    default IntParam hidden() {
        return new IntParam(this, "hidden", "width of the decoder", ParamValidators.gtEq(1));
    }

    /** The number of residual blocks of the decoder; that of the preset by default. */
    default IntParam blocks() {
        return new IntParam(this, "blocks", "number of residual blocks of the decoder", ParamValidators.gtEq(0));
    }

    /** The number of passes over all rows; that of the preset by default. */
    default IntParam epochs() {
        return new IntParam(
                this, "epochs", "number of passes over the rows; not set: that of the preset", ParamValidators.gtEq(1));
    }

    /** The number of rows of a step, over all partitions; that of the preset by default. */
    default IntParam batchSize() {
        return new IntParam(
                this,
                "batchSize",
                "number of rows of a step, over all partitions; not set: that of the preset",
                ParamValidators.gtEq(1));
    }

    /** The weight of the attraction between neighbours; that of the preset by default. */
    default DoubleParam neighborWeight() {
        return new DoubleParam(
                this,
                "neighborWeight",
                "weight of the attraction between neighbours; 0: none",
                ParamValidators.gtEq(0));
    }

    /** The seed of all random numbers. */
    default LongParam seed() {
        return new LongParam(this, "seed", "seed of all random numbers");
    }

    /**
     * Sets the preset by its name.
     *
     * @throws IllegalArgumentException if there is no such preset
     */
    default T setPreset(String value) {
        return Fluent.set(this, preset(), Preset.of(value).toString());
    }

    /** Sets the number of dimensions of the map, at least 1. */
    default T setDim(int value) {
        return Fluent.set(this, dim(), value);
    }

    /** Sets the width of the decoder, at least 1. */
    default T setHidden(int value) {
        return Fluent.set(this, hidden(), value);
    }

    /** Sets the number of residual blocks of the decoder, at least 0. */
    default T setBlocks(int value) {
        return Fluent.set(this, blocks(), value);
    }

    /** Sets the number of passes over all rows, at least 1. */
    default T setEpochs(int value) {
        return Fluent.set(this, epochs(), value);
    }

    /** Sets the number of rows of a step, over all partitions, at least 1. */
    default T setBatchSize(int value) {
        return Fluent.set(this, batchSize(), value);
    }

    /** Sets the weight of the attraction between neighbours, at least 0; 0 turns it off. */
    default T setNeighborWeight(double value) {
        return Fluent.set(this, neighborWeight(), value);
    }

    /** Sets the seed of all random numbers: the same seed, rows and number of partitions give the same map. */
    default T setSeed(long value) {
        return Fluent.set(this, seed(), value);
    }
}
