package org.gne.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Dataset;
import org.gne.io.ColumnChoice;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.results.Results;

/**
 * Fits a map of a table and writes what {@code gne fit} writes: {@code FitAndSave penguins.csv species out}.
 */
public final class FitAndSave {

    private FitAndSave() {}

    /**
     * @param args the table, its column with the label, and the folder for the results
     */
    public static void main(String[] args) throws IOException {
        ReadOptions options =
                ReadOptions.defaults().withColumns(ColumnChoice.ALL.withLabel(args[1]));
        Dataset table = Inputs.read(args[0], options);
        GneModel model = Gne.fit(table, GneOptions.of(Preset.FAST));
        Results.write(Path.of(args[2]), table, model);
        System.out.println(model);
    }
}
