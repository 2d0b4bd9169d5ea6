package org.gne.spark;

import java.io.Serializable;
import org.gne.train.PartTraining;
import org.gne.train.TrainingOptions;

/**
 * What partitions do between two mergers of their decoders.
 *
 * @param epoch from 0; the number of epochs once all are done
 * @param index of the round in the epoch, from 0
 * @param rounds of an epoch
 * @param searches whether rows are searched better places for first
 * @param trains whether there is anything left to train
 */
record Round(int epoch, int index, int rounds, boolean searches, boolean trains) implements Serializable {

    /** The n-th round of a fit, from 0; the last one, which follows all epochs, trains nothing. */
    static Round of(int n, int rounds, TrainingOptions options, int dim) {
        int epoch = n / rounds;
        int index = n % rounds;
        boolean searches = index == 0 && epoch > 0 && PartTraining.searchesAfter(epoch - 1, options, dim);
        return new Round(epoch, index, rounds, searches, epoch < options.epochs());
    }

    /** Whether an epoch ends with it. */
    boolean endsEpoch() {
        return trains && index == rounds - 1;
    }
}
