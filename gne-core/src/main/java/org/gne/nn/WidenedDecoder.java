package org.gne.nn;

import java.util.List;
import org.gne.kernel.CounterRandom;

/**
 * A decoder with more outputs, for columns that were added to the rows, and with finer grids, for more rows. What it generates for
 * the old columns does not change: new features of the map begin at 0.
 *
 * @hidden internal
 */
public final class WidenedDecoder {

    private WidenedDecoder() {}

    /**
     * The encoding of a map with more rows: finer grids are added to grids.
     *
     * @param wanted the encoding of a new map of as many rows
     */
    public static Encoding encoding(Encoding old, Encoding wanted) {
        if (old instanceof GridEncoding from
                && wanted instanceof GridEncoding to
                && from.in() == to.in()
                && from.channels() == to.channels()
                && to.cells().size() > from.cells().size()
                && to.cells().subList(0, from.cells().size()).equals(from.cells())) {
            return to;
        }
        return old;
    }

    /**
     * Widens a decoder.
     *
     * @param shape the same width and blocks; the encoding of {@link #encoding}; heads of the new columns
     * @param fromOld {@code [shape.out]}: the old output of each output, or -1 for a new one
     * @param means {@code [shape.out]}: the mean of each column in the rows to be decoded, in scaled units
     * @return the old decoder itself if nothing is new
     */
    public static ResidualMlp of(ResidualMlp old, MlpShape shape, int[] fromOld, float[] means, CounterRandom random) {
        MlpShape before = old.shape();
        if (shape.equals(before)) {
            return old;
        }
        ResidualMlp fresh = ResidualMlp.glorot(shape, random);
        float[] to = fresh.parameters();
        float[] from = old.parameters();
        encoding(before.encoding(), from, shape.encoding(), to);
        List<Dense> layers = Dense.of(shape);
        List<Dense> oldLayers = Dense.of(before);
        // The weights of the first features stay; those of finer grids are random, as in a new decoder.
        for (int i = 0; i < layers.size() - 1; i++) {
            Dense layer = layers.get(i);
            Dense source = oldLayers.get(i);
            System.arraycopy(from, source.weights(), to, layer.weights(), source.bias() - source.weights());
            System.arraycopy(from, source.bias(), to, layer.bias(), source.outputs());
        }
        output(
                oldLayers.get(layers.size() - 1),
                from,
                layers.get(layers.size() - 1),
                to,
                fromOld,
                shape.heads(),
                means);
        return fresh;
    }

    private static void encoding(Encoding before, float[] from, Encoding after, float[] to) {
        System.arraycopy(from, 0, to, 0, before.parameters());
        for (int i = before.parameters(); i < after.parameters(); i++) {
            to[i] = 0;
        }
    }

    private static void output(
            Dense before, float[] from, Dense after, float[] to, int[] fromOld, Heads heads, float[] means) {
        float[] biases = heads.biases(means);
        for (int j = 0; j < after.outputs(); j++) {
            int source = fromOld[j];
            for (int i = 0; i < after.inputs(); i++) {
                to[after.weights() + i * after.outputs() + j] =
                        source < 0 ? 0 : from[before.weights() + i * before.outputs() + source];
            }
            to[after.bias() + j] = source < 0 ? biases[j] : from[before.bias() + source];
        }
    }
}
