package org.gne.umap;

import java.util.Random;
import java.util.concurrent.CancellationException;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.loop.FitListener.Action;
import tagbio.umap.ProgressListener;
import tagbio.umap.ProgressState;
import tagbio.umap.UmapProgress;

/**
 * Uniform manifold approximation and projection (McInnes et al. 2018) in two dimensions, by the Java port of Tag.bio.
 * It starts from random coordinates, not from a spectral layout.
 *
 * <p>It uses one thread, so that a seed gives one map: on several threads the results of the port vary. It uses the
 * exponential function of the JDK, so another JDK may give another map.
 */
public final class Umap {

    /** The port has one progress counter per process, so only one fit runs at a time. */
    private static final Object ONE = new Object();

    private Umap() {}

    /**
     * Fits a map.
     *
     * @param samples the scaled rows, at least one, with finite values
     * @throws IllegalArgumentException if there are no rows or values are not finite
     * @throws CancellationException if the listener stopped it or the calling thread is interrupted; the port has no
     *     map before its end
     */
    public static UmapMap fit(Samples samples, UmapOptions options, long seed, UmapListener listener) {
        int n = samples.size();
        if (n == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        long begin = System.nanoTime();
        // The port counts the row itself as a neighbour, and does not work for one or two rows.
        int neighbors = Math.min(options.neighbors(), n - 1);
        float[] map = neighbors < 2 ? line(n) : learn(samples, options, neighbors, seed, listener);
        return new UmapMap(new Embedding(map, 2), Math.max(neighbors, 0), (System.nanoTime() - begin) * 1e-9);
    }

    private static float[] line(int n) {
        float[] map = new float[2 * n];
        for (int i = 0; i < n; i++) {
            map[2 * i] = i;
        }
        return map;
    }

    private static float[] learn(
            Samples samples, UmapOptions options, int neighbors, long seed, UmapListener listener) {
        float[][] rows = new float[samples.size()][samples.width()];
        for (int i = 0; i < rows.length; i++) {
            samples.read(i, rows[i], 0);
        }
        tagbio.umap.Umap umap = new tagbio.umap.Umap();
        umap.setNumberComponents(2);
        umap.setNumberNearestNeighbours(neighbors);
        umap.setMinDist((float) options.minDist());
        umap.setNumberEpochs(options.epochs() == 0 ? null : options.epochs());
        umap.setThreads(1);
        umap.setVerbose(false);
        umap.setRandom(new Random(seed));
        synchronized (ONE) {
            Watch watch = new Watch(listener);
            UmapProgress.addProgressListener(watch);
            try {
                return flat(umap.fitTransform(rows));
            } finally {
                UmapProgress.removeProgressListener(watch);
            }
        }
    }

    private static float[] flat(float[][] places) {
        float[] map = new float[2 * places.length];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(places[i], 0, map, 2 * i, 2);
        }
        return map;
    }

    /** Stops the port by an exception, which is the only way. */
    private record Watch(UmapListener listener) implements ProgressListener {
        @Override
        public void updated(ProgressState state) {
            boolean stop = listener.onSteps(state.getCount(), state.getTotal()) != Action.CONTINUE;
            if (stop || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("UMAP was stopped at step " + state.getCount());
            }
        }
    }
}
