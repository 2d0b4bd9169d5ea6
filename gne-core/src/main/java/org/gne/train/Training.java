package org.gne.train;

import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;

/** GNE's training from start to end: where rows begin, the epochs, the searches between them. */
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
        EpochLoop.check(samples, shape, options.loop().loss());
        long begin = System.nanoTime();
        boolean searches = options.search().cells() > 0 && shape.in() <= GlobalSearch.MOST_DIMENSIONS;
        boolean needsComponents = searches || options.start() == TrainingOptions.Start.PCA;
        int count = searches ? Math.max(GlobalSearch.COMPONENTS, shape.in()) : shape.in();
        PrincipalComponents components =
                needsComponents ? PrincipalComponents.fit(samples, count, seed, parallel) : null;
        Embedding start = Starts.of(options.start(), samples, shape.in(), seed, components, parallel);
        FreeCoordinates coordinates = new FreeCoordinates(start, options, seed);
        ResidualMlp decoder = ResidualMlp.glorot(shape, CounterRandom.of(seed, "decoder"));
        EpochLoop loop = new EpochLoop(samples, coordinates, decoder, options.loop(), seed, parallel);
        EpochLoop.Interlude search = searches && components != null
                ? new GlobalSearch(samples, coordinates, decoder, options, seed, components, parallel)
                : EpochLoop.Interlude.NONE;
        return loop.run(listener, search, begin);
    }
}
