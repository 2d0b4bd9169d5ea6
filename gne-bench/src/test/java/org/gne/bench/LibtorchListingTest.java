package org.gne.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.mnist.Mnist;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.train.Training;
import org.junit.jupiter.api.Test;

/** The peer does the work that it is timed on. */
class LibtorchListingTest {

    private static final int EPOCHS = 360;

    @Test
    void learnsAsGneDoesByTheSameListing() {
        assumeTrue(Libtorch.available(), "libtorch is here for 64-bit Linux on x86 only");
        Samples samples = Mnist.test().limit(1024).samples().scaled(Scaling.unit(0, 255));
        List<Double> ours = ours(samples);
        List<Double> theirs = new ArrayList<>();
        try (LibtorchListing libtorch = new LibtorchListing(samples, 1, 1)) {
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                theirs.add(libtorch.epoch());
            }
        }
        // A sigmoid of nearly nothing is 0.5 everywhere: as far off as anybody begins.
        assertThat(theirs.get(0)).isCloseTo(ours.get(0), within(0.02));
        // Both leave the mean of the rows for the map only after some epochs; which depends on the seed.
        double mean = ours.get(100);
        assertThat(theirs.get(100)).isCloseTo(mean, within(0.02 * mean));
        assertThat(ours.get(EPOCHS - 1)).isLessThan(0.95 * mean);
        assertThat(theirs.get(EPOCHS - 1)).isLessThan(0.95 * mean).isCloseTo(ours.get(EPOCHS - 1), within(0.05 * mean));
    }

    private static List<Double> ours(Samples samples) {
        List<Double> losses = new ArrayList<>();
        MlpShape shape = new MlpShape(2, 64, 4, Heads.unit(samples.width()));
        GneOptions options = GneOptions.of(Preset.PAPER).withEpochs(EPOCHS);
        try (Parallel parallel = new Parallel(1)) {
            Training.run(samples, shape, options.training(), 1, parallel, progress -> {
                losses.add(progress.loss());
                return FitListener.Action.CONTINUE;
            });
        }
        return losses;
    }
}
