package org.gne.spark;

import java.util.Locale;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.gne.quality.KnnAccuracy;
import org.gne.quality.ReconstructionError;

/**
 * How good a map of MNIST is.
 *
 * @param mse noise off, all rows of the training, scaled
 * @param accuracy of the 5 nearest neighbours on the map
 */
record MnistQuality(double mse, double accuracy) {

    static MnistQuality of(GneModel model, Dataset data) {
        Labels labels = data.labels();
        try (Parallel parallel = new Parallel(2)) {
            return new MnistQuality(
                    ReconstructionError.mean(model.reconstructionErrors(data.samples(), 2)),
                    KnnAccuracy.of(model.embedding(), labels, 5, 1, parallel));
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "reconstructionMse %.5f, knnAccuracy %.4f", mse, accuracy);
    }
}
