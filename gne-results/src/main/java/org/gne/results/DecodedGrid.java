package org.gne.results;

import java.io.IOException;
import java.nio.file.Path;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.draw.GridPicture;
import org.gne.nn.Decoder;

/**
 * Samples decoded on a grid over a 2-D map.
 *
 * @param samples {@code [SIDE * SIDE][width]} in the units of the data, from the top left
 * @param window the coordinates of the outer samples of the grid
 */
public record DecodedGrid(float[][] samples, GridPicture.Window window) {

    /** The number of samples per line and per column, as in figure 1c of the paper. */
    public static final int SIDE = 32;

    /** Decodes the cells of a map. */
    public static DecodedGrid of(Embedding embedding, Decoder decoder, Scaling scaling) {
        float[][] samples = decoder.decode(MapRange.gridPlaces(embedding, SIDE));
        for (float[] sample : samples) {
            scaling.undo(sample, 0, sample.length);
        }
        MapRange x = MapRange.of(embedding, 0);
        MapRange y = MapRange.of(embedding, 1);
        return new DecodedGrid(
                samples,
                new GridPicture.Window(
                        x.centre(0, SIDE), x.centre(SIDE - 1, SIDE), y.centre(0, SIDE), y.centre(SIDE - 1, SIDE)));
    }

    /**
     * Writes the samples as a figure.
     *
     * @param file a PNG, replaced
     * @param picture the image that a sample is
     * @param scaling the scaling of the model, for the values of black and white
     * @throws IOException if the file cannot be written
     */
    public void write(Path file, Schema.Picture picture, Scaling scaling) throws IOException {
        float[] ends = scaling.unitRange();
        GridPicture.write(file, samples, SIDE, picture, ends[0], ends[1], window);
    }
}
