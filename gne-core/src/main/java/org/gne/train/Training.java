package org.gne.train;

import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;

/** A training from start to end: the start, epochs, searches between them, and the last good state. */
public final class Training {

    private Training() {}

    /**
     * Learns a map and its decoder.
     *
     * @param samples rows as the model sees them, at least one
     * @param shape of the decoder; {@code in} is the dimension of the map, {@code out} the width of the rows
     * @param seed of everything random
     * @param listener told of progress; may stop the training, as may interrupting the calling thread
     * @throws DivergedException if the loss is not finite or grows without bound
     */
    public static TrainingResult run(
            Samples samples,
            MlpShape shape,
            TrainingOptions options,
            long seed,
            Parallel parallel,
            FitListener listener) {
        if (samples.size() == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        if (samples.width() != shape.out()) {
            throw new IllegalArgumentException(
                    "rows of " + samples.width() + " values for a decoder of " + shape.out() + ", expected as many");
        }
        if (!options.loss().fits(shape.output())) {
            throw new IllegalArgumentException(options.loss() + " needs data between 0 and 1, decoded by a sigmoid");
        }
        long begin = System.nanoTime();
        boolean searches = options.search().cells() > 0 && shape.in() <= GlobalSearch.MOST_DIMENSIONS;
        boolean needsComponents = searches || options.start() == TrainingOptions.Start.PCA;
        int count = searches ? Math.max(GlobalSearch.COMPONENTS, shape.in()) : shape.in();
        PrincipalComponents components =
                needsComponents ? PrincipalComponents.fit(samples, count, seed, parallel) : null;
        Embedding start = Starts.of(options.start(), samples, shape.in(), seed, components, parallel);
        FreeCoordinates coordinates = new FreeCoordinates(start, options, seed);
        ResidualMlp decoder = ResidualMlp.glorot(shape, CounterRandom.of(seed, "decoder"));
        Trainer trainer = new Trainer(samples, coordinates, decoder, options, seed, parallel);
        GlobalSearch search = searches && components != null
                ? new GlobalSearch(samples, decoder, options.search(), seed, components, parallel)
                : null;

        TrainingResult good = snapshot(coordinates, decoder, 0, Double.NaN);
        Soundness soundness = new Soundness(samples, options.loss());
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            long epochBegin = System.nanoTime();
            double loss = trainer.epoch(epoch, listener);
            if (trainer.stopped()) {
                break;
            }
            if (!soundness.holds(loss, coordinates.embedding(), decoder)) {
                throw new DivergedException(epoch + 1, loss, good);
            }
            int moved = search != null && options.search().after(epoch, options.epochs())
                    ? search.run(coordinates, epoch)
                    : -1;
            good = snapshot(coordinates, decoder, epoch + 1, loss);
            double seconds = (System.nanoTime() - begin) * 1e-9;
            double epochSeconds = (System.nanoTime() - epochBegin) * 1e-9;
            FitProgress progress = new FitProgress(
                    epoch + 1,
                    options.epochs(),
                    loss,
                    moved,
                    samples.size() / epochSeconds,
                    seconds,
                    seconds / (epoch + 1) * (options.epochs() - epoch - 1),
                    coordinates.embedding());
            if (listener.onEpoch(progress) == FitListener.Action.STOP) {
                break;
            }
        }
        return new TrainingResult(
                coordinates.embedding(),
                decoder,
                good.epochs(),
                good.loss(),
                (System.nanoTime() - begin) * 1e-9,
                trainer.operations() + (search == null ? 0 : search.operations()));
    }

    private static TrainingResult snapshot(FreeCoordinates coordinates, ResidualMlp decoder, int epochs, double loss) {
        Embedding now = coordinates.embedding();
        return new TrainingResult(
                new Embedding(now.values().clone(), now.dim()), decoder.copy(), epochs, loss, Double.NaN, Double.NaN);
    }
}
