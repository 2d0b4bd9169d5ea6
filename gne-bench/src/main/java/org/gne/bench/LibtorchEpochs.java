package org.gne.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.mnist.Mnist;

/** The time of an epoch of the paper's listing in libtorch on MNIST: {@code LibtorchEpochs THREADS EPOCHS}. */
public final class LibtorchEpochs {

    private LibtorchEpochs() {}

    /** Prints the median of the seconds, without the first epoch, which uses memory for the first time. */
    public static void main(String[] args) {
        Samples samples = Mnist.train().samples().scaled(Scaling.unit(0, 255));
        List<Double> seconds = new ArrayList<>();
        try (LibtorchListing libtorch = new LibtorchListing(samples, Integer.parseInt(args[0]), 1)) {
            libtorch.epoch();
            for (int epoch = 1; epoch < Integer.parseInt(args[1]); epoch++) {
                long begin = System.nanoTime();
                libtorch.epoch();
                seconds.add((System.nanoTime() - begin) * 1e-9);
            }
        }
        System.out.printf(Locale.ROOT, "%.4f%n", Spread.of(seconds).median());
    }
}
