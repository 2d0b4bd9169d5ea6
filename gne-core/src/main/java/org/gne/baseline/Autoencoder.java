package org.gne.baseline;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.loop.EpochLoop;
import org.gne.loop.FitListener;
import org.gne.loop.RowOrder;
import org.gne.loop.TrainingResult;
import org.gne.nn.Encoding;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;

/**
 * An autoencoder: GNE's decoder, with an encoder that mirrors it instead of free coordinates. It is a {@linkplain Vae
 * variational autoencoder} without noise and prior.
 */
public final class Autoencoder {

    private Autoencoder() {}

    /**
     * Fits a map. The same seed gives the same map, whatever the number of threads.
     *
     * @param samples the scaled rows, at least one
     * @param seed the seed of all random numbers
     * @param listener receives the progress; it can stop the training, and so does an interrupt of the calling thread
     * @throws IllegalArgumentException if there are no rows, values are not finite, or the loss does not fit the output
     * @throws org.gne.loop.DivergedException if the loss is not finite or grows without bound
     */
    public static EncodedMap fit(
            Samples samples, AutoencoderOptions options, long seed, Parallel parallel, FitListener listener) {
        int dim = options.dim();
        Trained trained = train(samples, options, dim, () -> new PointCode(dim), seed, parallel, listener);
        return trained.map(OptionalDouble.empty());
    }

    /** The result of a training. */
    record Trained(NetworkEncoder encoder, TrainingResult result) {

        EncodedMap map(OptionalDouble divergence) {
            return new EncodedMap(
                    result.embedding(),
                    encoder,
                    result.decoder(),
                    result.losses(),
                    result.loss(),
                    divergence,
                    result.seconds(),
                    result.operations());
        }
    }

    /**
     * @param outputs the number of values that the encoder returns for a row
     * @param bottlenecks creates a bottleneck for each thread
     */
    static Trained train(
            Samples samples,
            AutoencoderOptions options,
            int outputs,
            Supplier<Bottleneck> bottlenecks,
            long seed,
            Parallel parallel,
            FitListener listener) {
        samples.requireFinite();
        int width = samples.width();
        MlpShape there = new MlpShape(width, options.hidden(), options.blocks(), Heads.real(outputs));
        Encoding encoding = options.encoding().of(options.dim(), samples.size());
        MlpShape back = new MlpShape(encoding, options.hidden(), options.blocks(), options.heads());
        ResidualMlp decoder = ResidualMlp.glorot(back, CounterRandom.of(seed, "decoder"));
        NetworkEncoder encoder =
                new NetworkEncoder(ResidualMlp.glorot(there, CounterRandom.of(seed, "encoder")), options.dim());
        EncoderCodes codes = new EncoderCodes(samples, encoder, bottlenecks, options.loop(), parallel);
        // Nothing is missing: all values are finite.
        double known = (double) samples.size() * options.heads().sources();
        EpochLoop loop = new EpochLoop(
                samples, known, codes, decoder, options.loop(), RowOrder.all(samples.size(), seed), true, parallel);
        return new Trained(encoder, loop.run(listener));
    }
}
