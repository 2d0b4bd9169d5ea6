package org.gne.train;

import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.layout.Anchors;
import org.gne.layout.Springs;
import org.gne.nn.ResidualMlp;

/**
 * What a training continues from that adds rows to a map.
 *
 * @param decoder the decoder of the map, with an output for each column
 * @param start {@code [rows, dim]}: the coordinates of the old rows, then those where the new rows were placed
 * @param rows the number of old rows, at least 1
 * @param anchor the cost of an old row that is one deviation of the map away from its old coordinates, in variances of the data; at
 *     least 0
 * @param every an old row is trained in one of so many epochs, a new row in each; at least 1
 * @param apart {@code [width]}: columns by which rows are not compared, because most of the old or of the new rows do not have them. Their
 *     missing values would all count as the mean, and set old and new rows apart
 * @hidden internal
 */
public record OldMap(ResidualMlp decoder, Embedding start, int rows, double anchor, int every, boolean[] apart)
        implements Holding {

    @Override
    public Springs springs(double variance) {
        return Anchors.of(places(), anchor, variance);
    }

    /** Whether some columns are left out when rows are compared. */
    boolean comparesSome() {
        for (boolean column : apart) {
            if (column) {
                return true;
            }
        }
        return false;
    }

    /** The rows as they are compared. */
    Samples compared(Samples represented) {
        return represented.mapped((rows, at) -> {
            for (int j = 0; j < apart.length; j++) {
                rows[at + j] = apart[j] ? 0 : rows[at + j];
            }
        });
    }

    private Embedding places() {
        float[] places = new float[rows * start.dim()];
        System.arraycopy(start.values(), 0, places, 0, places.length);
        return new Embedding(places, start.dim());
    }
}
