package org.gne.bench;

import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.io.ColumnChoice;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;

/** A map in a CSV file, by any program. */
final class MapFile {

    private MapFile() {}

    /** Reads the columns x and y. */
    static Embedding read(String file) {
        ColumnChoice axes = ColumnChoice.ALL.withColumns(List.of("x", "y"));
        Samples places =
                Inputs.read(file, ReadOptions.defaults().withColumns(axes)).samples();
        float[] values = new float[2 * places.size()];
        for (int i = 0; i < places.size(); i++) {
            places.read(i, values, 2 * i);
        }
        return new Embedding(values, 2);
    }
}
