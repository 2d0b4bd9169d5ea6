package org.gne.baseline;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.loop.EpochLoop;
import org.gne.loop.FitListener;
import org.gne.loop.TrainingResult;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;

/**
 * An autoencoder: GNE's decoder with an encoder, its mirror image, in place of free coordinates. The
 * {@linkplain Vae variational} one without noise and prior.
 */
public final class Autoencoder {

    private Autoencoder() {}

    /**
     * Learns a map. One seed gives one map, whatever the number of threads.
     *
     * @param samples rows as scaled, at least one
     * @param seed of everything random
     * @param listener told of progress; may stop the training, as may interrupting the calling thread
     * @throws IllegalArgumentException if there are no rows, values are not finite, or the loss does not fit the output
     * @throws org.gne.loop.DivergedException if the loss is not finite or grows without bound
     */
    public static EncodedMap fit(
            Samples samples, AutoencoderOptions options, long seed, Parallel parallel, FitListener listener) {
        int dim = options.dim();
        Trained trained = train(samples, options, dim, () -> new PointCode(dim), seed, parallel, listener);
        return trained.map(OptionalDouble.empty());
    }

    /** What is left of a training. */
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
     * @param outputs numbers that the encoder puts out for a row
     * @param bottlenecks makes one for each thread
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
        MlpShape there = new MlpShape(width, options.hidden(), options.blocks(), outputs, MlpShape.Output.IDENTITY);
        MlpShape back = new MlpShape(options.dim(), options.hidden(), options.blocks(), width, options.output());
        ResidualMlp decoder = ResidualMlp.glorot(back, CounterRandom.of(seed, "decoder"));
        NetworkEncoder encoder =
                new NetworkEncoder(ResidualMlp.glorot(there, CounterRandom.of(seed, "encoder")), options.dim());
        EncoderCodes codes = new EncoderCodes(samples, encoder, bottlenecks, options.loop(), parallel);
        // Nothing is missing: all values are finite.
        EpochLoop loop = new EpochLoop(samples, 0, codes, decoder, options.loop(), seed, parallel);
        return new Trained(encoder, loop.run(listener));
    }
}
